/**
 * A table that is wider than a phone scrolls in its frame, and must then be reachable by keyboard. One that fits is no stop on
 * the way.
 */
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});
for (const table of document.querySelectorAll('.sl-markdown-content table')) observer.observe(table);
