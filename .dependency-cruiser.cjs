/**
 * The walls of the house (ARCHITECTURE.md, "The rooms"). `npm run check` fails when one is crossed, and when
 * nothing was cruised at all. test/walls.test.ts plants a sin of each kind and expects it to be caught.
 * @type {import('dependency-cruiser').IConfiguration}
 */
/** What the tests of a room stand on. */
const testHouse = 'test-(books|desk|house|people|platform|page)\\.tsx?$';
const slice = '^src/products/([^/]+)/([^/]+)/';
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'kernel-knows-no-trade',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^src/(capabilities|products|islands|(app|doors|tools|main)\\.ts$)' },
    },
    {
      name: 'capabilities-know-no-product',
      severity: 'error',
      from: { path: '^src/capabilities/' },
      to: { path: '^src/(products|islands|(app|doors|tools|main)\\.ts$)' },
    },
    {
      name: 'capability-by-its-front-door',
      comment: 'another capability, or a product, enters only through <name>/<name>.ts',
      severity: 'error',
      from: { path: '^src/(?:capabilities/([^/]+)|products|(?:app|doors|tools)\\.ts$)' },
      to: {
        path: '^src/capabilities/([^/]+)/(?!\\1\\.tsx?$)',
        pathNot: ['^src/capabilities/$1/', '^src/capabilities/([^/]+)/\\1\\.tsx?$'],
      },
    },
    {
      name: 'products-do-not-meet',
      severity: 'error',
      from: { path: '^src/products/([^/]+)/' },
      to: { path: '^src/products/', pathNot: '^src/products/$1/' },
    },
    {
      name: 'neighbours-by-front-door-or-contract',
      comment: 'a slice enters its neighbour through <slice>.ts, contract.ts or messages.ts only',
      severity: 'error',
      from: { path: slice, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^src/products/$1/[^/]+/',
        pathNot: ['^src/products/$1/$2/', '^src/products/$1/([^/]+)/(\\1|contract)\\.tsx?$'],
      },
    },
    {
      name: 'app-enters-by-doors',
      severity: 'error',
      from: { path: '^src/(app|doors|tools|world)\\.ts$' },
      to: { path: '^src/products/', pathNot: '^src/products/[^/]+/door\\.tsx?$' },
    },
    {
      name: 'islands-are-browser-code',
      severity: 'error',
      from: { path: '^src/islands/' },
      to: { path: '^src/', pathNot: '^src/islands/' },
    },
    {
      name: 'only-the-world-plays-platforms',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/world\\.ts$', '\\.test\\.tsx?$', testHouse] },
      to: { path: '^simulators/' },
    },
    { name: 'server-imports-no-island', severity: 'error', from: { path: '^src/(?!islands)' }, to: { path: '^src/islands/' } },
    {
      name: 'product-imports-no-test',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.test\\.tsx?$', testHouse] },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'product-imports-no-test-house',
      comment: 'what tests stand on is for tests',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.test\\.tsx?$', testHouse] },
      to: { path: testHouse },
    },
    {
      name: 'no-orphan-import',
      comment: '?url is for Vite',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[?]url$' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
