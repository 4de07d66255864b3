import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { pageIn } from './src/help/pages.ts';

/** One page for each language, with the words of that language fetched beside the script and not after it. */
const pageOfEachLanguage: Plugin = {
  name: 'page-of-each-language',
  enforce: 'post',
  generateBundle(_, bundle) {
    const built = bundle['index.html'];
    if (built?.type !== 'asset') return;
    const html = String(built.source);
    for (const language of ['en', 'es'] as const) {
      const words = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(`/src/words/${language}.ts`),
      );
      if (!words) throw new Error(`the words of ${language} are not in a file of their own`);
      const preload = `<link rel="modulepreload" crossorigin href="/${words.fileName}">`;
      const source = pageIn(language, html).replace('</head>', `  ${preload}\n  </head>`);
      if (language === 'en') built.source = source;
      else this.emitFile({ type: 'asset', fileName: `index.${language}.html`, source });
    }
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), pageOfEachLanguage],
  build: {
    target: 'es2023',
    // The page's policy lets nothing stand inline, and a polyfill of preloading would.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
