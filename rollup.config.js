import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve as absolute } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import dts from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';

const DEPENDENCIES = [/^rxjs/, /^idb/, 'minisearch', 'regexparam'];

/** Subpaths of "exports" in package.json. */
const ENTRIES = {
  index: 'src/index.ts',
  models: 'src/models/index.ts',
  evaluation: 'src/evaluation/index.ts',
  inspector: 'src/inspector/index.ts',
};

/** What the script tag loads later, from the folder it came from. */
const LAZY = {
  brain: 'src/brain/index.ts',
  card: 'src/prompts/showCard.ts',
  search: 'src/intent/search.ts',
  report: 'src/evaluation/createReport.ts',
  inspector: 'src/inspector/index.ts',
};

const compile = () => esbuild({ target: 'es2022' });
/**
 * A browser that knows the hint compiles all functions beside the main thread while the file loads,
 * and not each on the main thread when it is first called.
 */
const COMPILE_AHEAD = '//# allFunctionsCalledOnLoad';
const minify = ({ preamble, mangle = {} } = {}) =>
  terser({
    ecma: 2020,
    compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
    mangle,
    format: { comments: false, ...(preamble && { preamble }) },
  });

const forBundlers = {
  input: ENTRIES,
  // Dependencies stay imports, so that a page with RxJS does not load it twice.
  external: DEPENDENCIES,
  output: { dir: 'dist', format: 'es', chunkFileNames: 'chunk.[name].js', sourcemap: true },
  // The recorded-session engine in `evaluation` trains the network too.
  plugins: [oneTfjs(), nodeResolve(), commonjs(), compile()],
  onwarn: ignoreCirclesIn('@tensorflow'),
};

const forCommonJs = {
  input: { index: 'src/index.ts' },
  external: DEPENDENCIES,
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunk.[name].cjs',
    sourcemap: true,
  },
  plugins: [nodeResolve(), compile()],
};

const forScriptTag = {
  input: 'src/scriptTag.ts',
  output: {
    file: 'dist/beforehand.global.js',
    format: 'iife',
    name: 'Beforehand',
    sourcemap: true,
    intro: `const besideUs = typeof document === 'object' ? document.currentScript?.src || document.baseURI : '';`,
  },
  plugins: [
    leaveOutLazyParts(),
    findLazyPartsByUrl(),
    rxjsFromSource(),
    nodeResolve({ browser: true, exportConditions: ['es2015'] }),
    compile(),
    // Names that begin so are what RxJS keeps to itself: the later files, to which it is lent, ask for none.
    minify({ preamble: COMPILE_AHEAD, mangle: { properties: { regex: /^_[a-z]/ } } }),
  ],
};

const lazyParts = Object.entries(LAZY).map(([name, input]) => ({
  input,
  output: { file: `dist/beforehand.${name}.js`, format: 'es', sourcemap: true },
  plugins: [
    leaveOutLazyParts(),
    borrow(),
    nodeResolve({ browser: true, exportConditions: ['es2015'] }),
    compile(),
    // The others come with what the visitor waits for, or never, and much of them is not called.
    minify(name === 'brain' ? { preamble: COMPILE_AHEAD } : {}),
  ],
}));

const forTheWorker = {
  input: 'src/learner/worker.ts',
  output: { file: 'dist/beforehand.learner.js', format: 'iife', sourcemap: true },
  plugins: [
    oneTfjs(),
    nodeResolve({ browser: true, exportConditions: ['es2015'] }),
    commonjs(),
    compile(),
    minify(),
  ],
  onwarn: ignoreCirclesIn('@tensorflow'),
};

/** The command line's file: self-contained, so that starting it reads one file. */
const forTheCommandLine = {
  input: 'cli/main.ts',
  external: [/^node:/],
  output: {
    file: 'dist/cli.js',
    format: 'es',
    banner: '#!/usr/bin/env node',
    inlineDynamicImports: true,
    sourcemap: true,
  },
  plugins: [oneTfjs(), nodeResolve({ exportConditions: ['es2015'] }), commonjs(), compile()],
  onwarn: ignoreCirclesIn('@tensorflow'),
};

const types = [
  {
    input: ENTRIES,
    external: DEPENDENCIES,
    output: { dir: 'dist', format: 'es', chunkFileNames: 'chunk.[name].d.ts' },
    plugins: [dts()],
  },
  {
    input: 'src/index.ts',
    external: DEPENDENCIES,
    output: { file: 'dist/index.d.cts', format: 'es', inlineDynamicImports: true },
    plugins: [dts()],
  },
];

const demo = {
  input: { shop: 'demo/main.ts', watch: 'demo/watch.ts' },
  output: { dir: 'demo/build', format: 'es', chunkFileNames: '[name].js', sourcemap: true },
  plugins: [
    nodeResolve({ browser: true, exportConditions: ['es2015'] }),
    compile(),
    listIntegrity(),
  ],
};

export default [
  forBundlers,
  forCommonJs,
  forScriptTag,
  ...lazyParts,
  forTheWorker,
  forTheCommandLine,
  ...types,
  demo,
];

/**
 * RxJS from its own source: what it ships compiled spells out `?.` and `??`, and brings helpers for
 * browsers that cannot iterate asynchronously.
 */
function rxjsFromSource() {
  const compiled = /rxjs\/dist\/esm\/(internal\/.*)\.js$/;
  return {
    name: 'rxjs-from-source',
    load(id) {
      const [, file] = compiled.exec(id) ?? [];
      if (!file) return null;
      const source = readFileSync(absolute('node_modules/rxjs/src', `${file}.ts`), 'utf8');
      const compilerOptions = { useDefineForClassFields: false };
      return transform(source, {
        loader: 'ts',
        target: 'es2022',
        tsconfigRaw: { compilerOptions },
      });
    },
  };
}

/** The script's lazy parts stay files beside it. */
function leaveOutLazyParts() {
  const files = [
    ...Object.entries(LAZY).map(([name, input]) => [absolute(input), name]),
    [absolute('src/browser/lateStreams.ts'), 'brain'],
    [absolute('src/detectors/lateDetectors.ts'), 'brain'],
  ];
  return {
    name: 'leave-out-lazy-parts',
    async resolveDynamicImport(specifier, importer) {
      if (typeof specifier !== 'string') return null;
      const target = sourceFile(importer, specifier);
      const name = files.find(([file]) => file === target)?.[1];
      return name ? { id: `./beforehand.${name}.js`, external: 'absolute' } : null;
    },
  };
}

/** The script's later files use what the first one has of RxJS and of ours: `src/lent.ts` says what. */
function borrow() {
  const lent = new Map();
  for (const [, names, source] of readFileSync('src/lent.ts', 'utf8').matchAll(
    /export \{([^}]*)\} from '(.*)'/g,
  ))
    lent.set(source.startsWith('.') ? sourceFile('src/lent.ts', source) : source, names);
  return {
    name: 'borrow',
    resolveId: (source, importer) => {
      const id = source.startsWith('.') ? sourceFile(importer, source) : source;
      return lent.has(id) ? `\0${id}` : null;
    },
    load: (id) =>
      lent
        .get(id.slice(1))
        ?.split(',')
        .map((name) => name.trim())
        .filter(Boolean)
        .map((name) => `export const ${name} = Beforehand.lent.${name};`)
        .join('\n'),
  };
}

/** The TypeScript that an import of JavaScript means. */
function sourceFile(importer, source) {
  return absolute(importer, '..', source.replace(/\.js$/, '.ts'));
}

/** A classic script of another origin has no base URL to `import('./x.js')` from, so it names its own. */
function findLazyPartsByUrl() {
  return {
    name: 'find-lazy-parts-by-url',
    renderDynamicImport: () => ({ left: 'import(new URL(', right: ', besideUs).href)' }),
  };
}

/** Bare and deep imports of tfjs-core would else be two engines, and register every operation. */
function oneTfjs() {
  return {
    name: 'one-tfjs',
    resolveId: (source) =>
      source === '@tensorflow/tfjs-core'
        ? absolute('node_modules/@tensorflow/tfjs-core/dist/base.js')
        : null,
    // Saving models, hashing and seeding do things at their top level, and nothing here asks for them.
    transform: (code, id) =>
      /tfjs-core\/dist\/(io\/|hash_util|ops\/rand_util)/.test(id)
        ? { code, map: null, moduleSideEffects: false }
        : null,
  };
}

function ignoreCirclesIn(folder) {
  return (warning, warn) => {
    const isTheirs = warning.ids?.some((id) => id.includes(folder)) ?? warning.id?.includes(folder);
    if (warning.code !== 'CIRCULAR_DEPENDENCY' && warning.code !== 'THIS_IS_UNDEFINED')
      warn(warning);
    else if (!isTheirs) warn(warning);
  };
}

/** Hashes for `integrity="…"`, of what can stand in a script tag or be loaded by it. */
function listIntegrity() {
  return {
    name: 'list-integrity',
    writeBundle() {
      const files = readdirSync('dist').filter((file) => /^beforehand\..*\.js$/.test(file));
      const hashes = files.sort().map((file) => [file, sha384(readFileSync(`dist/${file}`))]);
      writeFileSync('dist/integrity.json', JSON.stringify(Object.fromEntries(hashes), null, 2));
    },
  };
}

function sha384(bytes) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
