import type { StoredRow } from '../../../adapters/outbound/persistence/sql/codecs.js';
import type { Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { blockTable, codeTable, messageTable } from '../../../adapters/outbound/persistence/sql/text-columns.js';
import { TextSeal } from '../../../adapters/outbound/persistence/sql/text-seal.js';
import { no, noon } from './builders.js';
import { vault } from './opened.js';
import { aKeptCode, anInboundText, aStoredText, aTextBlock } from './text-builders.js';

type Works = Readonly<Record<string, (store: Persistence) => Promise<unknown>>>;
const phone = '13800138000';
const seal = new TextSeal(vault);
const phoneIndex = seal.phoneIndex(phone);

/** The statements while there are two keys of indexes. */
async function withTwoKeys<T>(isChanging: boolean, work: () => Promise<T>): Promise<T> {
  try {
    Object.assign(vault, { indexNo: 2, isChanging });
    return await work();
  } finally {
    Object.assign(vault, { indexNo: 1, isChanging: false });
  }
}

/** One row of each table that is changed. */
export const textRows = (): Readonly<Record<string, StoredRow>> => ({
  text_message: { ...messageTable.encode({ ...aStoredText(), sealedPhone: seal.sealPhone('text_message', no(1), phone), phoneIndex, askerIndex: undefined }), total: 1 },
  text_block: { ...blockTable.encode({ ...aTextBlock(), phoneIndex }), total: 1 }, text_code: { ...codeTable.encode({ ...aKeptCode(), phoneIndex }), total: 1 }, text_inbound: { said_index: seal.saidIndexes('said')[0] ?? '', total: 1 },
});

/** Where nothing is there yet. */
export const textOnNothing: Works = {
  'texts.add…': ({ unitOfWork }) => unitOfWork.run(async ({ texts }) => {
    await texts.add(aStoredText(), phone);
    await texts.addBlock(phone, aTextBlock());
    await texts.addCode(phone, aKeptCode());
    await texts.addInbound(anInboundText(), phone, 'said');
  }),
  'texts.add…, while a new key of indexes begins to be used': (store) => withTwoKeys(true, () => store.unitOfWork.run(async ({ texts }) => {
    await texts.add(aStoredText(), phone);
    await texts.addBlock(phone, aTextBlock());
  })),
  'orders.ofPayer, under two keys': (store) => withTwoKeys(false, () => store.unitOfWork.read(({ orders }) => orders.ofPayer('B1', phone))),
};

/** Every question, and every change of a row that is there. */
export const textOnRows: Works = {
  'texts': ({ unitOfWork }) => unitOfWork.read(async ({ texts }) => [
    await texts.byId(no(1)), await texts.phoneOf(no(1)), await texts.inGroup('G1', phone), await texts.toPhone(phone, noon), await texts.askedFrom('192.0.2.7', noon),
    await texts.about('payment-made', no(7001)), await texts.block(phone), await texts.code('login', phone), await texts.counts(noon),
  ]),
  'keyWalk.leftSince': ({ keyWalk }) => keyWalk.leftSince(noon),
  'texts.put…': ({ unitOfWork }) => unitOfWork.run(async ({ texts }) => {
    await texts.put(aStoredText());
    await texts.putBlock(phone, aTextBlock());
    await texts.putCode(phone, aKeptCode());
  }),
  // Behind the change under one key, which does not find a row that has come over.
  'texts, under two keys': (store) => withTwoKeys(false, () => store.unitOfWork.run(async ({ texts }) => {
    await texts.putBlock(phone, await texts.block(phone) ?? aTextBlock());
    return [await texts.inGroup('G1', phone), await texts.toPhone(phone, noon), await texts.askedFrom('192.0.2.7', noon), await texts.block(phone), await texts.code('login', phone)];
  })),
  'texts.forget…': ({ unitOfWork }) => unitOfWork.run(async ({ texts }) => {
    await texts.forgetMessages(noon, noon);
    await texts.forgetInbound(noon);
    await texts.forgetCodes(noon);
  }),
};
