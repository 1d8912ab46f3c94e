import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx).freeze();

/**
 * Parses MDX to a syntax tree with positions.
 *
 * @throws {VFileMessage} on an MDX syntax error, with its place
 */
export function parseMdx(source: string): Root {
  return processor.parse(source);
}
