/** What can be ordered for a call in either dialect. */
export const callFaults = ['down', 'timeout-before', 'timeout-after', 'bad-signature', 'error-code', 'garbage', 'message-first', 'wrong-amount', 'other-slip', 'gbk-names'] as const;

/** What only a line of frames can do wrong. */
export const lineFaults = ['half-frame', 'split-frame', 'two-frames', 'wrong-length', 'other-reference'] as const;

/** What can be ordered for a paid message; what concerns frames strikes on the line only. */
export const messageFaults = ['duplicate', 'replay', 'bad-signature', 'wrong-amount', 'garbage', 'half-frame', 'split-frame', 'two-frames', 'wrong-length'] as const;

/** Characters that GB2312 lacks and GBK has, for `gbk-names`. */
export const rareName = '镕堃喆鎔';
