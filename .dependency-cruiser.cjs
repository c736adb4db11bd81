/** Import rules of the hexagon (docs/decisions/0001). test/architecture plants one violation of each and expects it to be found. */
const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const core = '^(domain|application|adapters|bootstrap|contracts|test)/';
/** Simulators that play business systems: they know the platform as every integrator does. */
const integrators = '^adapters/simulators/(business-system|service-hall|real-estate|city-app|shared/integrator)/';
const home = (name, library, allowed) => rule(name, { path: core, pathNot: allowed }, { path: `node_modules/${library}/` });

module.exports = {
  forbidden: [
    rule('domain-is-alone', { path: '^domain/' }, { pathNot: '^domain/' }),
    rule('kernel-is-alone', { path: '^domain/kernel/' }, { pathNot: '^domain/kernel/' }),
    rule('application-looks-inward', { path: '^application/' }, { pathNot: '^(domain|application|contracts/lists)/' }),
    rule('ports-are-words', { path: '^application/ports/' }, { pathNot: '^(domain|application/ports|contracts/lists)/' }),
    rule('use-cases-do-not-call-across', { path: '^application/(?!ports/)([^/]+)/' }, { path: '^application/', pathNot: '^application/($1|ports)/' }),
    rule('contracts-are-data', { path: '^contracts/(?!sdk/)' }, { path: '^contracts/sdk/|^(domain|application|adapters|bootstrap|test)/' }),
    rule('sdk-stands-alone', { path: '^contracts/sdk/' }, { path: '^(domain|application|adapters|bootstrap|test)/' }),
    rule('inbound-calls-use-cases', { path: '^adapters/inbound/' }, { path: '^(adapters/(outbound|simulators|web)|bootstrap|test|contracts/sdk)/' }),
    rule('outbound-implements-ports', { path: '^adapters/outbound/' }, { path: '^(application/(?!ports/)|adapters/(inbound|simulators|web)|bootstrap|test|contracts/sdk)' }),
    rule('outbound-neighbours-are-strangers', { path: '^adapters/outbound/([^/]+)/' }, { path: '^adapters/outbound/', pathNot: '^adapters/outbound/($1|wire)/' }),
    rule('variants-are-strangers', { path: '^adapters/outbound/(channels|persistence|queue|province)/([^/]+)/' }, { path: '^adapters/outbound/$1/', pathNot: '^adapters/outbound/$1/($2|sql)/' }),
    rule('simulators-are-outsiders', { path: '^adapters/simulators/', pathNot: integrators }, { path: '^(domain|application|adapters|bootstrap|contracts|test)/', pathNot: '^(adapters/simulators|contracts/external)/' }),
    rule('business-systems-use-the-public-api', { path: integrators },
      { path: '^(domain|application|adapters|bootstrap|contracts|test)/', pathNot: '^(adapters/simulators/(business-system|service-hall|real-estate|city-app|shared)|contracts/(sdk|gateway))/' }),
    rule('business-systems-are-strangers', { path: '^adapters/simulators/(business-system|service-hall|real-estate|city-app)/' },
      { path: '^adapters/simulators/(business-system|service-hall|real-estate|city-app)/', pathNot: '^adapters/simulators/$1/' }),
    rule('web-runs-in-a-browser', { path: '^adapters/web/(console|shared)/' }, { pathNot: '^(adapters/web/(console|shared)|contracts/(console|lists)|node_modules)/' }),
    rule('web-takes-only-types-of-contracts', { path: '^adapters/web/(console|shared)/' }, { path: '^contracts/', dependencyTypesNot: ['type-only'] }),
    rule('shared-of-the-web-is-plain', { path: '^adapters/web/shared/' }, { pathNot: '^adapters/web/shared/' }),
    rule('nobody-imports-the-web', { pathNot: '^(adapters/web|test)/' }, { path: '^adapters/web/' }),
    rule('nobody-imports-bootstrap', { pathNot: '^(bootstrap|test)/' }, { path: '^bootstrap/' }),
    rule('nobody-imports-tests', { pathNot: '^test/' }, { path: '^test/' }),
    home('inversify-stays-home', 'inversify', '^bootstrap/'),
    home('express-stays-home', 'express', '^(adapters/(inbound|simulators)|test)/'),
    home('knex-stays-home', 'knex', '^(adapters/outbound/persistence|test)/'),
    home('libsql-stays-home', 'libsql', '^(adapters/(outbound/persistence|simulators/data-sharing)|test)/'),
    home('vendor-drivers-stay-home', '(dmdb|oracledb)', '^(adapters/outbound/persistence/(dm|oracle)|test)/'),
    home('pglite-is-for-tests', '@electric-sql', '^test/'),
    home('svg-captcha-stays-home', 'svg-captcha', '^(adapters/outbound/captchas|test)/'),
    home('crypto-libraries-stay-home', '(sm-crypto|jsrsasign)', '^(adapters/outbound/crypto|adapters/simulators|adapters/web/console/api|contracts/sdk|test)/'),
    home('pages-stay-in-the-web', '(react|react-dom|antd|@ant-design|@rc-component|dayjs|vite|@vitejs)', '^adapters/web/'),
    home('exceljs-stays-home', 'exceljs', '^(adapters/outbound/spreadsheet|test)/'),
    home('undici-stays-home', 'undici', '^(adapters/(outbound/wire|simulators)|test)/'),
    home('yauzl-stays-home', 'yauzl', '^(adapters/outbound/wire|test)/'),
    home('bullmq-stays-home', 'bullmq', '^(adapters/outbound/queue/bullmq|test)/'),
    home('ioredis-stays-home', 'ioredis', '^(adapters/outbound/wire|test)/'),
    home('ajv-stays-at-the-edges', 'ajv', '^(adapters|bootstrap|test)/'),
    home('pino-and-metrics-stay-home', '(pino|prom-client)', '^(adapters/outbound/system|test)/'),
    rule('no-circular', { path: core }, { circular: true }),
    rule('not-to-unresolvable', { path: core }, { couldNotResolve: true }),
    rule('no-orphans', { path: core, orphan: true, pathNot: '\\.d\\.ts$|^test/|outside-world\\.ts$|adopted-styles\\.ts$|^bootstrap/(main|cli/.*)\\.ts$' }, {}),
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' }, exclude: { path: '^(dist|var|coverage)/' }, enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] } },
};
