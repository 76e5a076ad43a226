import { trusted } from './markup.ts'

/** The look of the page: the workspace's tokens, A4 print, dark on screens that ask for it. Shapes and underlines carry what colour says. */
export const style = trusted(`
:root{color-scheme:light dark;
--bg:#F4F5F7;--surface:#FFF;--sunken:#EBEDF1;--line:#D9DDE3;--edge:#7F8896;
--text:#18202B;--text-2:#47515F;--text-3:#5E6876;--accent:#1D5BB8;--accent-bg:#E8F0FC;
--error:#B0231B;--error-bg:#FCEBE9;--error-fill:#B0231B;--on-error:#FFF;
--warning:#7D4E00;--warning-bg:#FFF3D6;--warning-fill:#F5B301;
--info:#3F5873;--info-bg:#E9EFF5;--pass:#0A6656;--pass-bg:#E2F4EF;--undetermined:#6B4BA3;--undetermined-bg:#F0EAFA;
--side-a:#1D5BB8;--side-b:#8A2E7F;--on-side:#FFF;--digit:#FFD84D;--row:#FFF6D6;--paper:#FFF}
@media screen and (prefers-color-scheme:dark){:root{
--bg:#12161C;--surface:#1A2028;--sunken:#0E1217;--line:#303845;--edge:#7C8797;
--text:#E6EAF0;--text-2:#B4BDCA;--text-3:#98A3B2;--accent:#82B1FF;--accent-bg:#1B2C48;
--error:#FF9A8F;--error-bg:#3B1D1C;--error-fill:#E5564B;--on-error:#0E1217;
--warning:#F2BE5C;--warning-bg:#362A12;--warning-fill:#F7C948;
--info:#A5BDD8;--info-bg:#202B38;--pass:#5FCBB2;--pass-bg:#13312B;--undetermined:#C6AEF5;--undetermined-bg:#2B2342;
--side-a:#82B1FF;--side-b:#E39BD8;--on-side:#0E1217;--row:#322C17;--paper:#E4E1DA}}
*{box-sizing:border-box}
html{scroll-padding-top:60px}
body{margin:0;background:var(--bg);color:var(--text);font:14px/22px "PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure,blockquote{margin:0;padding:0;font-size:inherit;font-weight:inherit}
ul,ol{list-style:none}
b,h1,h2,h3,h4{font-weight:600}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%}th{font-weight:400;text-align:left}
td,th{vertical-align:top}
.num{text-align:right;white-space:nowrap}.nowrap{white-space:nowrap}.muted{color:var(--text-3)}.soft{color:var(--text-2)}.small{font-size:12px;line-height:18px}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}

.bar{position:sticky;top:0;z-index:2;min-height:48px;display:flex;flex-wrap:wrap;align-items:center;gap:4px 14px;padding:0 20px;background:var(--surface);border-bottom:1px solid var(--line)}
.bar b{font-size:14px}.bar svg{display:block;flex:none}.bar nav{display:flex;flex-wrap:wrap;gap:2px}
.bar nav a{color:var(--text-2);padding:5px 9px;border-radius:5px}.bar nav a:hover{background:var(--sunken);text-decoration:none}
.count{font-size:12px;padding:0 6px;border-radius:9px;background:var(--sunken);color:var(--text-2)}
main{max-width:1160px;margin:0 auto;padding:22px 20px 48px}
.head h1{font-size:22px;line-height:32px}
.head dl{display:grid;grid-template-columns:repeat(4,auto) 1fr;gap:2px 28px;margin-top:8px;font-size:13px;line-height:20px}
.head dt{color:var(--text-3);font-size:12px;line-height:18px}
.head .wide{grid-column:1/-1}
section{margin-top:26px}
h2{font-size:18px;line-height:28px;margin-bottom:8px;break-after:avoid}
h2 small{font-size:13px;font-weight:400;color:var(--text-3);margin-left:6px}
.panel{background:var(--surface);border:1px solid var(--line);border-radius:8px}
.tag{display:inline-flex;align-items:center;gap:4px;padding:0 7px;border-radius:4px;font-size:12px;line-height:20px;white-space:nowrap;background:var(--sunken);color:var(--text-2)}
.tag.error,.tag.fail,.tag.failed{background:var(--error-bg);color:var(--error)}.tag.warning{background:var(--warning-bg);color:var(--warning)}.tag.info{background:var(--info-bg);color:var(--info)}
.tag.pass,.tag.parsed{background:var(--pass-bg);color:var(--pass)}.tag.undetermined,.tag.partial{background:var(--undetermined-bg);color:var(--undetermined)}
.sev{display:block;width:16px;height:16px;flex:none}.sev text{font-size:11px;font-weight:700;text-anchor:middle}
mark{background:var(--digit);color:#18202B;font-weight:700;border-radius:2px;box-shadow:inset 0 -2px 0 #18202B;padding:0 .5px;text-decoration:none}

.summary{display:grid;grid-template-columns:300px 1fr}
.summary>div{padding:12px 16px}.summary>div+div{border-left:1px solid var(--line)}
.summary h3,.cardtitle{font-size:13px;line-height:20px;color:var(--text-2);font-weight:600}
.counts{display:flex;gap:22px;margin-top:6px}
.counts div{display:grid;grid-template-columns:16px auto;gap:0 7px;align-items:center;font-size:13px}
.counts b{grid-column:1/-1;font-size:26px;line-height:34px}
.share{display:flex;height:10px;margin:9px 0 4px;border:1px solid var(--edge);border-radius:3px;overflow:hidden}
.share i{display:block;min-width:3px}.share .passed{background:var(--pass)}.share .failed{background:var(--error-fill)}
.share .skipped{background:repeating-linear-gradient(135deg,var(--surface) 0 3px,var(--edge) 3px 4px)}
.outcomes{display:flex;flex-wrap:wrap;gap:2px 18px;font-size:13px}
.reasons{margin-top:6px;font-size:12px;line-height:19px;color:var(--text-2)}

.strip{display:grid;grid-template-columns:repeat(32,1fr);gap:3px;padding:12px 16px 8px}
.strip a{display:block;text-align:center;color:var(--text-3);font-size:12px;line-height:16px}
.strip i{display:block;font-style:normal;height:24px;line-height:22px;border-radius:3px;border:1px solid var(--line);font-size:13px;font-weight:600;color:var(--text-3);background:var(--surface)}
.strip .pass i{background:var(--pass-bg);border-color:var(--pass-bg);color:var(--pass)}
.strip .fail i{background:var(--error-fill);border-color:var(--error-fill);color:var(--on-error)}
.strip .fail{color:var(--error);font-weight:600}
.strip .undetermined i{border:1.5px solid var(--undetermined);color:var(--undetermined)}
.legend{display:flex;flex-wrap:wrap;gap:2px 16px;padding:0 16px 10px;font-size:12px;line-height:18px;color:var(--text-2)}
.bracket{height:5px;border:1px solid var(--accent);border-top:0;margin:1px 2px 0}

.grid{font-size:13px;line-height:20px}
.grid th,.grid td{padding:3px 8px;border-bottom:1px solid var(--line)}
.grid thead th{font-size:12px;line-height:18px;color:var(--text-3);padding:7px 8px 5px;vertical-align:bottom;border-bottom-color:var(--edge)}
.grid tr:last-child>*{border-bottom:0}
.grid th:first-child,.grid td:first-child{padding-left:14px}.grid th:last-child,.grid td:last-child{padding-right:14px}
.grid tr{break-inside:avoid}.fixed{table-layout:fixed}.fixed .num:not(.nowrap){white-space:normal}
.grid thead{display:table-header-group}
.grid small{font-size:12px;color:var(--text-3);margin-left:4px}.grid small.id{display:block;margin-left:0}
.must{color:var(--text-3);font-size:12px}
td.member{position:relative;color:var(--accent);font-weight:600}
td.member::before{content:"";position:absolute;left:8px;top:0;bottom:0;border-left:2px solid var(--accent)}
td.member.top::before{top:5px}td.member.end::before{bottom:5px}
.ref{display:inline-flex;gap:3px;align-items:center;white-space:nowrap}.flip{font-size:12px;line-height:18px;color:var(--text-2)}

.chapter{margin-top:18px}
.chapter>header{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 10px;padding:5px 12px;background:var(--sunken);border-radius:6px;font-size:13px;break-after:avoid}
.chapter>header h3{font-size:14px}.chapter>header .r{margin-left:auto}
.none{padding:8px 12px;font-size:13px;color:var(--text-2)}
.finding{margin-top:12px;padding:12px 14px 14px;border-left:4px solid var(--line)}
.finding.error{border-left-color:var(--error-fill)}.finding.warning{border-left:4px double var(--warning)}.finding.info{border-left:4px dotted var(--info)}
.finding>header{display:flex;flex-wrap:wrap;align-items:center;gap:2px 10px;font-size:12px;line-height:20px;color:var(--text-2)}
.finding>header .r{margin-left:auto;color:var(--text-3)}
.finding h4{font-size:15px;line-height:24px;margin:3px 0 10px}.finding h4:last-child{margin-bottom:0}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:12px}
.pair.single{grid-template-columns:1fr}.stack{display:flex;flex-direction:column;gap:12px;min-width:0}
.quote{border:1px solid var(--line);border-top:4px solid var(--edge);border-radius:6px;min-width:0;overflow:hidden;display:flex;flex-direction:column}
.quote.a{border-top-color:var(--side-a)}.quote.b{border-top-color:var(--side-b);border-top-style:double}
.quote>header{display:flex;flex-wrap:wrap;align-items:center;gap:0 8px;padding:5px 10px;font-size:13px;line-height:20px;border-bottom:1px solid var(--line)}
.quote>header span.where{color:var(--text-2);font-size:12px}
.letter{display:inline-block;flex:none;width:18px;height:18px;border-radius:4px;text-align:center;font-size:12px;line-height:18px;font-weight:600;background:var(--text-2);color:var(--surface)}
.a .letter,.letter.a{background:var(--side-a);color:var(--on-side)}.b .letter,.letter.b{background:var(--side-b);color:var(--on-side)}
.shot{background:var(--sunken);padding:6px}
.shot img{display:block;width:100%;height:auto;max-height:320px;object-fit:contain;background:#fff;border-radius:2px}
.line{padding:9px 12px;font-size:13px;line-height:22px;background:var(--surface)}
.hit{outline:2px solid var(--edge);outline-offset:1px;border-radius:2px;background:var(--row);padding:0 2px}
.a .hit{outline-color:var(--side-a)}.b .hit{outline-color:var(--side-b)}
.quote .scroll{overflow-x:auto}.cells{font-size:13px;line-height:20px;margin:9px 12px;width:auto;max-width:calc(100% - 24px)}
.cells th,.cells td{border:1px solid var(--line);padding:2px 8px;text-align:left}
.cells th{color:var(--text-3);font-size:12px;line-height:18px;text-align:right;border-color:transparent;padding-bottom:0;white-space:nowrap}
.cells td{background:var(--row)}.cells td.n{text-align:right;white-space:nowrap}.cells td.w{max-width:12.5em}.cells td.hit{outline-offset:-1px;font-weight:600}
.print{margin-top:auto;padding:6px 12px;border-top:1px solid var(--line);font-size:13px;line-height:20px;display:flex;flex-wrap:wrap;gap:0 12px;align-items:baseline}
.print b{font-size:15px}.print .src{flex-basis:100%;font-size:12px;line-height:18px;color:var(--text-3)}
.proof{font-size:13px;line-height:20px}
.proof th,.proof td{padding:3px 8px;border-bottom:1px solid var(--line)}.proof th:first-child,.proof td:first-child{padding-left:12px}
.proof td.value{text-align:right}.proof thead th{font-size:12px;color:var(--text-3)}
.proof .sum td,.proof .sum th{background:var(--bg);font-weight:600;border-bottom:0}
.formula{padding:7px 12px;font-size:13px;line-height:21px;border-bottom:1px solid var(--line)}
.chain{margin-top:10px;font-size:13px}.chain summary{cursor:pointer;color:var(--text-2)}.chain .proof{margin-top:6px}.chain .proof th{width:6em;color:var(--text-3)}
.others{margin-top:10px}
.why{display:grid;grid-template-columns:1fr 324px;gap:12px;margin-top:12px}.why.single{grid-template-columns:1fr}
.cause{font-size:13px;line-height:21px}.cause h5{margin:0 0 2px;font-size:14px;line-height:22px;font-weight:600}
.cause p+p{margin-top:5px}.cause .also{margin-top:8px;padding-top:7px;border-top:1px solid var(--line)}
.cause .also:first-child{margin-top:0;padding-top:0;border-top:0}.cause .also li{padding-left:14px;position:relative;color:var(--text-2)}.cause .also li::before{content:"–";position:absolute;left:2px}
.chart{max-width:324px;align-self:start;width:100%;border:1px solid var(--line);border-radius:6px;padding:7px 10px 6px}
.chart figcaption{display:flex;justify-content:space-between;font-size:12px;line-height:18px;color:var(--text-2)}
.chart svg{display:block;width:100%;height:auto}.chart text{font-family:inherit;font-size:12px;fill:var(--text-2);font-variant-numeric:tabular-nums}
.chart text.v{paint-order:stroke;stroke:var(--surface);stroke-width:3px;stroke-linejoin:round}.chart .key{display:flex;flex-wrap:wrap;gap:0 12px;font-size:12px;line-height:18px;color:var(--text-2)}
.notes{font-size:13px;line-height:22px;padding:12px 16px}.notes li+li{margin-top:6px}
.claim{border-left:4px solid var(--edge);padding:8px 14px;margin-top:12px;background:var(--surface);font-weight:600}
.readings{margin-top:12px}.readings td{vertical-align:middle;padding-top:6px;padding-bottom:6px}.look{width:250px}.look img{display:block;max-width:236px;width:auto;height:auto;max-height:64px;background:#fff;border-radius:2px}
.foot{margin-top:22px;font-size:12px;color:var(--text-3)}

@media screen and (max-width:820px){.pair,.why,.summary{grid-template-columns:1fr}.summary>div+div{border-left:0;border-top:1px solid var(--line)}.strip{grid-template-columns:repeat(16,1fr)}.head dl{grid-template-columns:1fr 1fr}.panel.scroll{overflow-x:auto}.bar{position:static}}
@page{size:A4;margin:14mm 13mm 16mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#5E6876}}
@media print{
:root{color-scheme:light;--bg:#FFF}
body{font-size:9.5pt;line-height:1.55}
.bar{display:none}main{max-width:none;padding:0}a{color:inherit}
section{margin-top:16pt}h2{font-size:13pt}
.panel,.finding,.quote,.chart{border-color:#9AA1AC}
.grid,.proof,.cells,.line,.cause,.notes{font-size:9pt;line-height:1.5}
.grid th,.grid td{padding:2px 4px}.grid th:first-child,.grid td:first-child{padding-left:12px}.grid th:last-child,.grid td:last-child{padding-right:4px}.grid .tag{padding:0 4px}
.finding{break-inside:avoid;padding:8px 10px 10px}
.finding h4{font-size:11pt;line-height:1.5;margin-bottom:7px}
.pair:has(img),.pair:has(.cells){grid-template-columns:1fr;gap:8px}.shot img{max-height:none;width:82%}
.why{grid-template-columns:1fr 324px}
.panel.scroll{border-left:0;border-right:0;border-radius:0}.notes{border:0;padding:0}.notes li{break-inside:avoid}
.summary{grid-template-columns:230px 1fr}.panel.summary,.panel.keep,.claim{break-inside:avoid}.claim{break-after:avoid}
}`)
