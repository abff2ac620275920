// The theme's scripts are classic ones, for a browser; what one of them says to the next goes by these names.
import js from "@eslint/js";
import globals from "globals";

const OURS = { chronologySearch: "readonly", chronologySorted: "readonly", lunr: "readonly" };

export default [
  { ignores: ["**/vendor/"] },
  js.configs.recommended,
  {
    languageOptions: { sourceType: "script", globals: { ...globals.browser, ...OURS } },
    rules: { "no-var": "error", "prefer-const": "error", "prefer-template": "error", strict: "error" },
  },
];
