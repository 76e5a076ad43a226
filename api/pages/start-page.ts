import type { FastifyInstance } from 'fastify'
import { pagePolicy } from '../guard/headers.ts'
import { docsPath } from './openapi.ts'

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>园核 · 生态工业园区材料预审</title>
<style>
:root { color-scheme: light dark }
body { max-width: 42rem; margin: 12vh auto; padding: 0 1rem; font: 1rem/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
h1 { font-size: 1.5rem; font-weight: 600 }
code { font-size: .9em; overflow-wrap: anywhere }
</style>
<h1>园核已启动</h1>
<p>生态工业园区申报与验收材料的预审服务正在运行。</p>
<ul>
<li><a href="${docsPath}">接口文档</a>：上传材料、提交核查、取得发现与报告，均可在其中查看和试用。</li>
<li>首次登录：账号 <code>admin</code>，一次性密码印在启动服务的窗口中，登录后须先修改（<code>POST /api/session</code>、<code>POST /api/session/password</code>）。</li>
<li>只核查一份材料而不用服务：<code>npx ecopark review 材料文件夹 --out 输出文件夹</code>。</li>
</ul>
</html>
`

/** What a browser finds where the reviewers' pages could not be built: that the service runs, and where to go on. It names nothing that is stored. */
export function serveStartPage(app: FastifyInstance): void {
  app.get('/', {
    config: { access: { to: 'everyone' } },
    schema: { tags: ['运行'], hide: true },
    handler: async (_request, reply) => reply.header('content-security-policy', pagePolicy).type('text/html; charset=utf-8').send(page),
  })
}
