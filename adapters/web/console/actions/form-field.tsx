import { Form, Input, Radio, Select, Switch, type FormRule } from 'antd';
import { lazy, Suspense, type ComponentProps, type ReactNode } from 'react';
import type { Field } from './action-types.js';
import { fenOf } from '../../shared/money.js';
import { GroupedChecks } from './grouped-checks.js';
import { RowsField } from './rows-field.js';

const FilesField = lazy(async () => ({ default: (await import('./files-field.js')).FilesField }));
/** What the form gives to its field goes on to the files: the form knows its own child only. */
const FilesWhenNeeded = (props: ComponentProps<typeof FilesField>): ReactNode => <Suspense><FilesField {...props} /></Suspense>;

/** So many are seen at once; more are looked for in a list. */
const mostRadios = 5;

const Fixed = ({ value }: { readonly value?: string }): ReactNode => <span>{value}</span>;

/** One thing that a form asks for. */
export function FormField({ field, isFirst }: { readonly field: Field; readonly isFirst: boolean }): ReactNode {
  if (field.kind === 'kept') return <Form.Item name={field.name} hidden><Input type="hidden" /></Form.Item>;
  return <Form.Item name={field.name} label={field.label} extra={field.hint} rules={rulesOf(field)} valuePropName={field.kind === 'switch' ? 'checked' : 'value'}>{inputOf(field, isFirst)}</Form.Item>;
}

function rulesOf(field: Field): FormRule[] {
  const isTyped = field.kind === 'text' || field.kind === 'words' || field.kind === 'yuan';
  const required: FormRule[] = field.isRequired ? [{ required: true, ...(isTyped && { whitespace: true }), message: `请${isTyped ? '填写' : '选择'}${field.label}` }] : [];
  const pattern: FormRule[] = field.kind === 'text' && field.pattern !== undefined ? [{ pattern: field.pattern[0], message: field.pattern[1] }] : [];
  const files: FormRule[] = field.kind === 'files' ? [{ validator: allThere }] : [];
  const amount: FormRule[] = field.kind === 'yuan' ? [{ validator: async (_rule, typed: unknown) => { if (typeof typed === 'string' && typed.trim() !== '' && fenOf(typed) === undefined) throw new Error('请填写金额，单位元，最多两位小数'); } }] : [];
  return [...required, ...pattern, ...files, ...amount];
}

/** Files that are on their way, or did not arrive, have no number. */
const allThere = async (_rule: unknown, numbers: readonly string[] | undefined): Promise<void> => {
  if (numbers?.includes('') === true) throw new Error('有附件还在上传或没有上传成功，请等待完成，或将其移除');
};

function inputOf(field: Field, isFirst: boolean): ReactNode {
  switch (field.kind) {
    case 'text': return <Input maxLength={field.maxLength} placeholder={field.placeholder} autoFocus={isFirst} autoComplete="off" spellCheck={false} />;
    case 'words': return <Input.TextArea maxLength={field.maxLength} rows={field.rows ?? 2} placeholder={field.placeholder} autoFocus={isFirst} />;
    case 'fixed': case 'kept': return <Fixed />;
    case 'files': return <FilesWhenNeeded maxFiles={field.maxFiles} maxMegabytes={field.maxMegabytes} />;
    case 'switch': return <Switch checkedChildren="是" unCheckedChildren="否" />;
    case 'yuan': return <Input suffix="元" inputMode="decimal" maxLength={16} autoComplete="off" />;
    case 'rows': return <RowsField field={field} />;
    case 'one': return field.options.length <= mostRadios ? <Radio.Group options={[...field.options]} /> : <Select showSearch={{ optionFilterProp: 'label' }} placeholder={field.placeholder} options={[...field.options]} />;
    case 'many': return <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} placeholder={field.placeholder} options={[...field.options]} />;
    case 'grouped': return <GroupedChecks groups={field.groups} label={field.label} />;
  }
}
