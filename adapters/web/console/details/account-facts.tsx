import type { ReactNode } from 'react';
import { cellOf } from '../actions/action-types.js';
import { api } from '../api/client.js';
import { Beneath, Facts } from './beneath.js';
import type { OwnDetailProps } from './detail-props.js';
import { useAsked } from './use-asked.js';

/** 渠道商户: by what the channel is reached and believed, and whether a second person has seen it (CHN-01). */
export function AccountFacts({ row }: OwnDetailProps): ReactNode {
  const asked = useAsked(cellOf(row, 'channelMerchantId'), api.shownChannelMerchant);
  return (
    <Beneath asked={asked}>
      {({ keyName, isKeyFound, isConfirmed, changers, settings }) => (
        <>
          <Facts title="双人确认" facts={[
            { label: '确认情况', text: isConfirmed ? '已确认' : '待另一名操作员核对下列指纹和地址后启用' }, ...isConfirmed ? [] : [{ label: '最后修改人', text: changers.at(-1) ?? '' }, { label: '全部修改人', text: changers.join('、') }],
          ]} />
          <Facts title="密钥、证书与地址" facts={[{ label: '签名密钥名称', text: `${keyName}（密钥库中${isKeyFound ? '已有' : '没有'}）` }, ...settings]} />
        </>
      )}
    </Beneath>
  );
}
