import { typeText, type DataClass, type SharedColumn } from '../../domain/sharing/shared-column.js';
import { sharedTables } from '../../domain/sharing/shared-tables.js';
import { generatedBy, markdownTable } from './markdown-table.js';

const classWords: Readonly<Record<DataClass, string>> = {
  business: '一般业务数据', identifier: '编号', personal: '个人信息', sensitive: '敏感个人信息', credential: '鉴别数据', 'free-text': '自由文本（可能含个人信息）',
};
const maskWords = { mobile: '前 3 后 4，中间四个星号', certificate: '前 6 后 4，其余星号', 'person-name': '只留第一个字，加一个星号', email: '@ 之前以星号代替', address: '空' } as const;
const overflowWords = { cut: '按整字截断并告警', empty: '留空并告警', refuse: '该行隔离' } as const;

function sharingWords({ sharing, mask }: SharedColumn): string {
  switch (sharing) {
    case 'open': return '原值';
    case 'masked': return `默认脱敏：${mask === undefined ? '' : maskWords[mask]}；有授权才送原值`;
    case 'withheld': return '默认留空；有授权才送原值';
    case 'never': return '永远为空，不可授权';
  }
}

/** Columns that nothing in the product fills today. */
const unfilled = ['password', 'photo', 'qrcode', 'post_id', 'sign', 'remarks'];

/** `docs/reference/data-sharing.md`: which column of which table leaves in which form. */
export function shareInventoryMarkdown(): string {
  const parts = sharedTables.map(({ tableNo, zh, usualTarget, key, columns }) => [
    `## ${tableNo} ${zh}`, '', `对方表名默认 \`${usualTarget}\`，主键 \`${key}\`。`, '',
    markdownTable(['列', '类型', '含义', '数据类别', '送出方式', '超长时'], columns.map((column) => [
      `\`${column.name}\``, typeText(column.type), column.zh, classWords[column.dataClass], `${sharingWords(column)}${unfilled.includes(column.name) ? '（目前没有来源）' : ''}`,
      'length' in column.type ? overflowWords[column.overflow] : '–',
    ])),
  ].join('\n'));
  return `# 数据共享清单\n\n${generatedBy('domain/sharing/shared-tables.ts')}\n\n列名、顺序、类型、长度与需求 1.1.7.2.5 的表 7-15 至 7-18 一致；最后一张是本产品的扩展表，默认不送。\n\n${parts.join('\n\n')}\n`;
}
