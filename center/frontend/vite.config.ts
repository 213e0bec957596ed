import { readdirSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

const modules = "../src/main/java/hmnet/";

// The styles that modules bring, in the place of @modules in main.css.
function moduleStyles(): Plugin {
  return {
    name: "module-styles",
    enforce: "pre",
    transform(text, id) {
      return id.endsWith("/main.css") ? text.replace("@modules;", () => imports().join("\n")) : undefined;
    },
  };
}

function imports(): string[] {
  return readdirSync(modules, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".css") && !file.startsWith("ground/design/"))
    .sort()
    .map((file) => `@import "${modules}${file}" layer(parts);`);
}

// One entry of the pages, one each of the service workers of kept pages and of the handbook, one of the worker that looks for cards, one
// of files that open without a network, one stylesheet, one sprite: each with a hash of its content in its name, so browsers keep them for ever.
export default defineConfig({
  base: "/static/",
  plugins: [moduleStyles()],
  publicDir: false,
  build: {
    outDir: process.env["HMNET_STATIC"] ?? "../target/classes/static",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsDir: "",
    assetsInlineLimit: 0,
    modulePreload: false,
    target: "es2022",
    rollupOptions: { input: ["main.ts", "kept-page-service.ts", "handbook-service.ts", "card-worker.ts", "standby.ts"] },
  },
});
