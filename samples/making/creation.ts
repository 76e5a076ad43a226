import { type Block, heading, paragraph, signature, table, title } from './block.ts'
import { at, type Data, quoted, readRow } from './data.ts'

const park = '岚屏高新技术产业开发区'
const source = (id: string): string => (/^(1|2|3|4|8|9)$/.test(id) ? '岚屏市统计局统计年报' : '岚屏市生态环境局环境统计')
const toCome = /^(5|10|13|25|26)$/

/** The creation sample's documents by file name. What is wrong in them is said in README.md and marked here with "planted". */
export function creationSample(data: Data): Record<string, Block[]> {
  const { base } = data
  // planted: neither the planning EIA nor its review opinion is handed in
  return {
    '创建申请.docx': [
      title('关于申请创建国家生态工业示范园区的请示'),
      paragraph('四川省生态环境厅、四川省商务厅、四川省科学技术厅：'),
      paragraph(`${park}管理委员会已编制完成建设规划和规划技术支撑报告，现申请开展国家生态工业示范园区创建工作。`),
      signature(`${park}管理委员会`),
      signature(`${base + 1}年4月8日`),
    ],
    '建设规划.pdf': plan(data),
    '规划技术支撑报告.docx': support(data),
    '环境守法承诺书.docx': [
      title('环境守法承诺书'),
      paragraph(
        `${park}管理委员会承诺：${base - 2}年1月1日至${base}年12月31日，园区遵守国家和地方有关法律、法规和政策，未发生严重环境污染事件和重大、特别重大突发环境事件；重点排污单位稳定达标排放；各企业完成污染物排放总量控制要求；建立了完善的环境风险防控体系。`,
      ),
      signature(`${park}管理委员会　${base + 1}年4月2日`),
    ],
  }
}

function plan({ base, final, quantities, indicators }: Data): Block[] {
  const value = (id: string): string => at(readRow(quantities, id), base)
  const rows = Object.entries(indicators).map(([id, row]) => {
    // planted: the quotient the wrong way round (3.88 m³/万元)
    const reached = id === '14' ? '0.26' : toCome.test(id) ? '/' : at(row, base)
    // planted: the Standard says ≤0.6
    const standard = id === '10' ? '≤0.7' : (quoted[Number(id) - 1] ?? '')
    // planted: no source for 27
    return [id, row.name, row.unit, standard, reached, row.target ?? '—', id === '27' ? '' : source(id)]
  })
  return [
    title(`${park}国家生态工业示范园区建设规划（${base + 1}—${final}年）`),
    signature(`${park}管理委员会　${base + 1}年3月`),
    heading('一、概况与现状分析'),
    paragraph(
      `${park}位于四川省岚屏市，规划面积${value('park_area')}平方公里，东至岚江，南至铁路线，西至绕城公路，北至白岩山。规划基准年为${base}年，规划期为${base + 1}—${final}年。`,
    ),
    // planted: the text says 万吨 for what the table has in 吨 (9.123万吨 → 91230万吨)
    paragraph(
      `${base}年，园区工业增加值${value('industrial_value_added')}亿元，综合能耗总量${value('energy_consumption')}万吨标准煤，工业固体废物产生量91230万吨。`,
    ),
    table(`表1 ${base}年基础数据`, [
      ['名称', '单位', `${base}年`, '数据来源'],
      ...Object.values(quantities).map((row) => [row.name, row.unit, at(row, base), '园区统计台账']),
    ]),
    heading('二、必要性'),
    paragraph('创建生态工业园区是推动产业绿色低碳转型的需要。'),
    heading('三、规划目标与指标'),
    table('表2 规划指标', [['序号', '指标', '单位', '标准值', `${base}年`, `${final}年目标值`, '数据来源'], ...rows]),
    heading('四、主要行业发展规划'),
    paragraph('壮大新能源材料产业，推进企业间产业共生。'),
    heading('五、资源循环利用与污染控制规划'),
    paragraph('推进再生水利用、固体废物资源化和污染治理。'),
    heading('六、重点支撑项目及投资效益'),
    table('表3 重点支撑项目', [
      ['序号', '项目名称', '投资（万元）'],
      ['1', '锂电池梯次利用项目', '15600'],
      ['2', '园区集中供热改造', '8420'],
      ['3', '工业污水处理厂扩建', '23100'],
    ]),
    heading('七、保障体系'),
    paragraph('健全组织、资金与科技保障。'),
  ]
}

function support({ base, quantities }: Data): Block[] {
  const years = [base - 2, base - 1, base]
  return [
    title(`${park}国家生态工业示范园区建设规划技术支撑报告`),
    signature(`${park}管理委员会　${base + 1}年3月`),
    heading('1 数据基础'),
    paragraph(`报告采用${base - 2}—${base}年的统计数据。`),
    table('表1 近三年基础数据', [
      ['名称', '单位', ...years.map((y) => `${y}年`)],
      ...Object.values(quantities).map((row) => [row.name, row.unit, ...years.map((y) => at(row, y))]),
    ]),
    heading('2 潜力分析'),
    paragraph('园区在能源梯级利用和再生水利用方面仍有潜力。'),
  ]
}
