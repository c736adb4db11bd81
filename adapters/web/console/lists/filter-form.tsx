import { AutoComplete, Button, DatePicker, Form, Input, Select, Switch } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { toFields, toParameters, type FilterValues } from './filter-values.js';
import type { Filter } from './list-types.js';

const mostChars = 200;

interface Props {
  readonly filters: readonly Filter[];
  readonly given: Readonly<Record<string, string>>;
  readonly isWaiting: boolean;
  readonly ask: (parameters: Readonly<Record<string, string>>) => void;
}

/** The questions that a list answers. Follows the address, so that going back shows what was asked then. */
export function FilterForm({ filters, given, isWaiting, ask }: Props): ReactNode {
  const [form] = Form.useForm<FilterValues>();
  useEffect(() => { form.setFieldsValue(toFields(filters, given)); }, [form, filters, given]);
  if (filters.length === 0) return null;
  return (
    <Form<FilterValues> form={form} className="panel filters" initialValues={toFields(filters, given)} onFinish={(values) => { ask(toParameters(filters, values)); }} role="search" colon={false}>
      {filters.map((filter) => (
        <Form.Item key={filter.name} name={filter.name} label={filter.label} valuePropName={filter.control === 'switch' ? 'checked' : 'value'} rules={filter.required ? [{ required: true, message: `请填写${filter.label}` }] : []}>
          {fieldOf(filter)}
        </Form.Item>
      ))}
      <div className="filter-actions">
        <Button type="primary" htmlType="submit" loading={isWaiting}>查询</Button>
        <Button onClick={() => { ask({}); }}>重置</Button>
      </div>
    </Form>
  );
}

/** What a filter offers: codes by their words, names as they are. */
const optionsOf = ({ codes, names }: Filter): { readonly value: string; readonly label: string }[] | undefined => codes?.map(({ code, label }) => ({ value: code, label })) ?? names?.map((name) => ({ value: name, label: name }));
const holds = (typed: string, option: { readonly label: string } | undefined): boolean => option?.label.toLowerCase().includes(typed.trim().toLowerCase()) ?? false;

function fieldOf(filter: Filter): ReactNode {
  const { control, required } = filter;
  const options = optionsOf(filter);
  if (control === 'dateRange') return <DatePicker.RangePicker className="wide" allowEmpty={[true, true]} />;
  if (control === 'day') return <DatePicker className="wide" allowClear={!required} />;
  if (control === 'switch') return <Switch checkedChildren="是" unCheckedChildren="否" />;
  if (control === 'select' && options !== undefined) return <Select allowClear={!required} placeholder="全部" showSearch={{ optionFilterProp: 'label' }} options={options} />;
  if (options !== undefined) return <AutoComplete allowClear showSearch={{ filterOption: holds }} options={options}><Input maxLength={mostChars} spellCheck={false} /></AutoComplete>;
  return <Input allowClear maxLength={mostChars} autoComplete="off" spellCheck={false} />;
}
