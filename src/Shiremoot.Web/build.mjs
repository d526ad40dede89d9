// Turns Styles/ and Scripts/ into wwwroot/built/. Run by the build of Shiremoot.Web; by hand: npm run build.
import { rm, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'
import * as sass from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, 'wwwroot', 'built')

// Sass first; what it gives goes through esbuild too, which copies each font under a name that holds its hash.
const sassFiles = {
  name: 'sass',
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, ({ path }) => {
      const { css, loadedUrls } = sass.compile(path, { loadPaths: [join(here, 'node_modules'), here], quietDeps: true, style: 'expanded' })
      return { contents: css, loader: 'css', resolveDir: here, watchFiles: loadedUrls.map((url) => fileURLToPath(url)) }
    })
  },
}

await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
await esbuild.build({
  absWorkingDir: here,
  entryPoints: [resolve(here, 'Styles/site.scss'), resolve(here, 'Scripts/start.ts')],
  outdir: out,
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: ['es2022', 'chrome115', 'firefox115', 'safari16'],
  entryNames: '[name]',
  chunkNames: 'parts/[name]-[hash]',
  assetNames: 'files/[name]-[hash]',
  loader: { '.woff2': 'file', '.svg': 'file' },
  plugins: [sassFiles],
  legalComments: 'external',
  logLevel: 'warning',
})
// Written last: the build takes a folder without it as unfinished.
await writeFile(join(out, 'done'), 'Made by build.mjs.\n')
