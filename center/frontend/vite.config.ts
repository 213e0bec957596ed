import { defineConfig } from "vite";

// One entry, one stylesheet, one sprite: each with a hash of its content in its name, so browsers keep them for ever.
export default defineConfig({
  base: "/static/",
  publicDir: false,
  build: {
    outDir: process.env["HMNET_STATIC"] ?? "../target/classes/static",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsDir: "",
    assetsInlineLimit: 0,
    modulePreload: false,
    target: "es2022",
    rollupOptions: { input: "main.ts" },
  },
});
