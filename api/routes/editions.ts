import { Catalogue } from '../../schemas/catalogue.ts'
import { failures, type Routes } from '../context.ts'

/** What dossiers are judged by, to be read and not to be changed here: it is data of the program, each with its clause. */
export const editionRoutes: Routes = async (app, { context }) => {
  app.get('/editions', {
    config: { access: { may: 'dossiers:read' } },
    schema: {
      tags: ['标准与规则'],
      summary: '标准各版本的指标、限值和公式，管理办法各版本，各条规则所依据的条款',
      response: { 200: Catalogue.meta({ id: 'Catalogue' }), ...failures },
    },
    handler: async (_request, reply) => {
      reply.header('cache-control', 'private, max-age=3600')
      return context.renderer.editions()
    },
  })
}
