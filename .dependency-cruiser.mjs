/**
 * Who may import whom: schemas ← rules ← workers/stages ← workers/review ← workers/{cli,*-worker}; api beside them.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'schemas-know-nobody',
      comment: 'The words of the system are the bottom layer: they import zod and each other, nothing else.',
      severity: 'error',
      from: { path: '^schemas/' },
      to: { pathNot: '^schemas/|^node_modules/zod/' },
    },
    {
      name: 'rules-know-no-workers',
      comment: 'A rule is asked of a dossier. How that dossier was read, stored or served is no concern of it.',
      severity: 'error',
      from: { path: '^rules/' },
      to: { path: '^(workers|api|samples)/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule gives the same answer for ever: no disk, network, clock, process, queue or server.',
      severity: 'error',
      from: { path: '^rules/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rules-import-little',
      comment:
        'A rule needs exact decimals, schemas and the calendar of working days. Any other package would bring input and output into the rules.',
      severity: 'error',
      from: { path: '^rules/' },
      to: { path: '^node_modules/', pathNot: '^node_modules/(decimal[.]js|zod|chinese-days)/' },
    },
    {
      name: 'rules-do-not-call-each-other',
      comment: 'A rule is one file and one question. What two rules share lives in rules/engine.',
      severity: 'error',
      from: { path: '^rules/(completeness|source|consistency|formula|standard|plan|scope|trend|deadline|risk|standing)/[^/]+[.]ts$' },
      to: {
        path: '^rules/(completeness|source|consistency|formula|standard|plan|scope|trend|deadline|risk|standing)/[^/]+[.]ts$|^rules/index[.]ts$',
      },
    },
    {
      name: 'stages-are-functions',
      comment: 'A stage is a function of its input; wiring (queue, pool, store, command line) lives one folder up.',
      severity: 'error',
      from: { path: '^workers/stages/' },
      to: { path: '^workers/[^/]+[.](ts|mjs)$|^workers/cli/|^api/|^node_modules/(bullmq|fastify|ioredis|kysely|pg)/' },
    },
    {
      name: 'the-line-knows-no-wiring',
      comment: 'workers/review.ts is the pipeline itself: the command line and the queue call it, never the other way round.',
      severity: 'error',
      from: { path: '^workers/review[.]ts$' },
      to: { path: '^workers/[^/]+[.](ts|mjs)$|^workers/cli/|^api/|^node_modules/(bullmq|fastify|ioredis)/' },
    },
    {
      name: 'api-only-enqueues',
      comment:
        'The API asks for work and reads results; it does none itself, but for holding two stored reports against each other (workers/compare). What a waiting reader asks for (a picture, a form of a report, the checks after a correction) is made by workers/render.ts and workers/recheck.ts in children of it, as in the queue it would wait behind a thousand pages.',
      severity: 'error',
      from: { path: '^api/', pathNot: '^api/ui/' },
      to: { path: '^(rules|workers)/', pathNot: '^workers/(queue|store|config|compare)([.]ts$|/)|^workers/(render|recheck)[.]ts$' },
    },
    {
      name: 'files-are-opened-in-children',
      comment:
        'Processes that hold locks and answer requests load no rules and no stages: hostile files are opened, and dossiers reviewed, in their children only (…-job.ts).',
      severity: 'error',
      from: { path: '^workers/(render|recheck|queue|document-worker|dossier-worker|main)([.]ts$|/)', pathNot: '-job[.]ts$' },
      to: { path: '^(rules|workers/stages)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-speaks-http',
      comment: 'The pages talk to the API over HTTP and share only the schema types with it.',
      severity: 'error',
      from: { path: '^api/ui/', pathNot: '^api/ui/build[.]mjs$' },
      to: { path: '^(rules|workers|api/(?!ui/|show/))' },
    },
    {
      name: 'ui-loads-no-server-code',
      comment: 'What a browser loads holds nothing of the server: of the shapes that it answers with, the pages know the types alone.',
      severity: 'error',
      from: { path: '^api/ui/', pathNot: '^api/ui/build[.]mjs$' },
      to: { path: '^api/show/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-tests-or-samples',
      comment: 'Code that ships must not lean on code that does not.',
      severity: 'error',
      from: { path: '^(schemas|rules|workers|api)/' },
      to: { path: '^(test|samples)/' },
    },
    {
      name: 'no-test-packages-in-the-product',
      comment: 'A package that only the tests need is not there when the product is installed.',
      severity: 'error',
      from: { path: '^(schemas|rules|workers|api)/', pathNot: '^api/ui/|[.]config[.]ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere fails at the user’s, not here.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other at run time are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    exclude: { path: '^(out|coverage|[.][^/]+)/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
