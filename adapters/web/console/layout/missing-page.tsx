import { Result } from 'antd';
import type { ReactNode } from 'react';
import { Link } from '../routing/link.js';
import { PageTitle } from './page-title.js';

/** An address of no page, or of one that is not built yet. */
export const MissingPage = ({ title }: { readonly title: string | undefined }): ReactNode => (
  <>
    <PageTitle title={title ?? '没有这个页面'} />
    <div className="panel"><Result status="info" title={title === undefined ? '没有这个页面' : `${title}尚未开放`} subTitle="地址可能有误，或此功能不在您的权限之内。" extra={<Link to="/">回到首页</Link>} /></div>
  </>
);
