import { escapeHtml } from '../diagrams/escape-html.ts';
import { formatProblems, type Problem } from '../roadmap/problems.ts';

/** What `npm run dev` shows in place of the site while content has problems. Reloads itself when they are mended. */
export function problemPage(problems: readonly Problem[], viteClient: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Content to mend</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 0.9rem/1.6 ui-monospace, monospace; border-inline-start: 4px solid light-dark(#b3261e, #ff8a80); padding-inline-start: 1rem; }
</style>
<script type="module" src="${viteClient}"></script>
</head>
<body>
<h1>Content to mend</h1>
<p>The site comes back here as soon as the files below are saved without these problems.</p>
<pre>${escapeHtml(formatProblems(problems))}</pre>
</body>
</html>`;
}
