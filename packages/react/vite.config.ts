import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };

const installed = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
const isInstalled = (id: string) => installed.some((name) => id === name || id.startsWith(`${name}/`));

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    sourcemap: true,
    // The declarations come after it, into what it has emptied.
    emptyOutDir: true,
    cssCodeSplit: true,
    cssMinify: false,
    minify: false,
    lib: {
      entry: {
        index: 'src/index.ts',
        ...Object.fromEntries(
          ['de', 'fr', 'ar'].map((tag) => [`languages/${tag}`, `src/languages/${tag}.ts`]),
        ),
        styles: 'src/styles/index.css',
        'styles-layer': 'src/styles/layer.css',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: isInstalled,
      output: {
        // A file a module, so that a host's bundler can take the wizard apart from the rest.
        preserveModules: true,
        preserveModulesRoot: 'src',
        // Everything here is for the client; bundling drops the files' own directives.
        banner: (chunk) => (chunk.isEntry ? "'use client';" : ''),
      },
    },
  },
});
