import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { helpWithoutScript } from './src/help/without-script.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    {
      name: 'help-without-script',
      transformIndexHtml: (html) => html.replace(/<!-- help without script.*?-->/, helpWithoutScript),
    },
  ],
  build: {
    target: 'es2023',
    // The page's policy lets nothing stand inline, and a polyfill of preloading would.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
