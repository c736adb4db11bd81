import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';

/** Builds the pages of the operators' console into dist/adapters/web/console, if anything that goes into them changed since they were built. */
const root = resolve('.');
const sources = ['adapters/web/console', 'adapters/web/shared', 'adapters/web/build.ts', 'package-lock.json'];
const page = join(root, 'adapters/web/console');
const output = join(root, 'dist/adapters/web/console');
const digestFile = join(root, 'dist/adapters/web/console.digest');

const filesUnder = (path: string): readonly string[] => {
  const names = readdirSync(join(root, path), { withFileTypes: true });
  return names.flatMap((entry) => (entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`])).sort();
};

function digestOfSources(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => (/\.\w+$/.test(path) ? [path] : filesUnder(path)))) {
    hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0');
  }
  return hash.digest('hex');
}

/**
 * antd writes its styles into `<style>` elements, which a strict `style-src 'self'` forbids. All of them pass through one module, and those of the
 * icons through a copy of it; ours in their place gives them to the document as style sheets that script made, which the policy permits. The build
 * fails when one of the two is no longer met.
 */
const styleWriters = [/@rc-component\/util\/es\/Dom\/dynamicCSS\.js$/, /@ant-design\/icons\/es\/cssUtils\.js$/] as const;
function adoptedStyles(): Plugin {
  const met = new Set<RegExp>();
  return {
    name: 'tongjiao-adopted-styles',
    enforce: 'pre',
    load(id) {
      const writer = styleWriters.find((one) => one.test(id));
      if (writer === undefined) return undefined;
      met.add(writer);
      return `export * from ${JSON.stringify(join(page, 'styles/adopted-styles.ts'))};`;
    },
    buildEnd() { if (met.size < styleWriters.length) this.error('a module through which antd writes its styles was not met'); },
  };
}

async function buildConsole(): Promise<void> {
  const fresh = `${output}.fresh`;
  await build({
    configFile: false, envDir: false, root: page, base: '/console/', publicDir: false, logLevel: 'warn',
    plugins: [adoptedStyles(), react()],
    build: {
      outDir: fresh, emptyOutDir: true, sourcemap: false, target: 'chrome107', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 800,
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// }] } } },
    },
  });
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const digest = digestOfSources();
  const isBuilt = existsSync(join(output, 'index.html')) && existsSync(digestFile) && readFileSync(digestFile, 'utf8') === digest;
  if (!isBuilt || process.argv.includes('--force')) {
    rmSync(digestFile, { force: true });
    await buildConsole();
    writeFileSync(digestFile, digest);
  }
}
