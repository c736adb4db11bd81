import { App as Messages, ConfigProvider, Spin } from 'antd';
import chinese from 'antd/locale/zh_CN';
import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from 'react';
import type { Me } from '../../../contracts/console/me.js';
import { api, Refused, session, wordsOf } from './api/client.js';
import { loadShell } from './layout/ahead.js';
import { Frame, Trouble } from './sign-in/frame.js';
import { SignInPage } from './sign-in/sign-in-page.js';
import { theme } from './styles/theme.js';

const Shell = lazy(async () => ({ default: (await loadShell()).Shell }));

type Stage = { readonly kind: 'asking' } | { readonly kind: 'gate'; readonly notice: string | undefined; readonly round: number } | { readonly kind: 'inside'; readonly me: Me } | { readonly kind: 'fault'; readonly words: string };

/** The gate begins anew each time, whatever step it was at. */
const gate = (before: Stage, notice: string | undefined): Stage => ({ kind: 'gate', notice, round: before.kind === 'gate' ? before.round + 1 : 0 });
const consoleWords = { notSignedIn: '请先登录' };

/** Who is there decides what is drawn: the gate, or the console itself. */
export function App(): ReactNode {
  const [stage, setStage] = useState<Stage>({ kind: 'asking' });
  const ask = useCallback((): void => {
    api.me().then(
      (me) => { setStage({ kind: 'inside', me }); },
      (refusal: unknown) => { if (!(refusal instanceof Refused) || refusal.code === 'OFFLINE' || refusal.code === 'FAULT' || refusal.code === 'BUSY') setStage({ kind: 'fault', words: wordsOf(refusal) }); },
    );
  }, []);
  useEffect(() => {
    // Who only opened the page is not told that they have to sign in.
    session.lost = (message) => { setStage((before) => gate(before, before.kind === 'asking' && message === consoleWords.notSignedIn ? undefined : message)); };
    session.menuChanged = () => { api.me({ background: true }).then((me) => { setStage((before) => (before.kind === 'inside' ? { kind: 'inside', me } : before)); }, () => undefined); };
    ask();
  }, [ask]);

  return (
    <ConfigProvider locale={chinese} theme={theme} button={{ autoInsertSpace: false }}>
      <Messages component={false}>
        {stage.kind === 'asking' && <p className="loading-page">正在载入…</p>}
        {stage.kind === 'fault' && <Frame title="暂时无法使用"><Trouble words={stage.words} /><a href="">重新载入</a></Frame>}
        {stage.kind === 'gate' && <SignInPage key={stage.round} notice={stage.notice} signedIn={ask} />}
        {stage.kind === 'inside' && <Suspense fallback={<Spin fullscreen />}><Shell me={stage.me} leave={(notice) => { setStage((before) => gate(before, notice)); }} /></Suspense>}
      </Messages>
    </ConfigProvider>
  );
}
