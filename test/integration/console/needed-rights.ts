/** Written by hand, beside the declarations: which right each call and each list of the console needs (RBAC-01). What is not here is for everybody who is signed in, or before. */
const verbs = (of: string, ...all: readonly string[]): readonly string[] => all.map((verb) => `${of}.${verb}`);

export const callsOf: Readonly<Record<string, readonly string[]>> = {
  'service-desk.pay-orders.confirm': ['pay-orders.confirm'],
  'service-desk.refund-orders.review': ['refunds.review', 'repeat-orders.decide-refund', 'abnormal-orders.decide-refund'],
  'service-desk.repeat-orders.handle': ['repeat-orders.note', 'repeat-orders.ask-refund'],
  'service-desk.abnormal-orders.handle': ['abnormal-orders.note', 'abnormal-orders.ask-refund'],
  'service-desk.callbacks.resend': verbs('callbacks', 'resend', 'standing', 'health', 'resend-given-up', 'batch', 'test-address'),
  'service-desk.personal-data.read': ['orders.payer', 'issues.contact'],
  'service-desk.issues.edit': [...verbs('issues', 'register', 'follow', 'solve', 'reopen', 'attach'), 'attachments.upload'],
  'service-desk.issues.read': ['issues.one', 'attachments.read'],
  'finance.differences.handle': ['differences.note', 'leg-gaps.follow'],
  'finance.reconciliation.run': ['reconciliation.run', 'reconciliation.cancel'],
  'config.channel-merchants.edit': verbs('channel-merchants', 'add', 'edit', 'enable', 'disable', 'remove', 'try', 'forms', 'one'),
  'config.channel-merchants.read': ['channel-merchants.shown'],
  'config.channels.edit': verbs('channels', 'add', 'edit', 'set-pay-reconcile', 'set-split', 'enable', 'disable', 'remove'),
  'config.payees.edit': verbs('payees', 'choices', 'one', 'add', 'edit', 'disable', 'enable', 'delete'),
  'config.payee-channels.edit': verbs('payee-channels', 'choices', 'one', 'add', 'edit', 'disable', 'enable', 'delete'),
  'config.institutions.edit': verbs('institutions', 'one', 'payees', 'add', 'edit', 'disable', 'enable', 'delete', 'link-payees'),
  'config.institutions.reset': ['institutions.reset-password'], 'config.institutions.contact': ['institutions.contact'],
  'platform.menus.edit': verbs('menus', 'choices', 'add', 'edit', 'enable', 'disable', 'move-up', 'move-down', 'delete'),
  'platform.regions.edit': verbs('regions', 'add', 'edit', 'name-admin', 'enable', 'disable', 'remove', 'choices', 'admins'),
  'platform.industries.edit': verbs('industries', 'add', 'edit', 'enable', 'disable', 'remove'),
  'platform.developers.edit': verbs('developers', 'choices', 'one', 'add', 'edit', 'enable', 'disable', 'remove'),
  'platform.developers.keys': verbs('developer-keys', 'one', 'import', 'retire', 'scheme', 'origins'),
  'platform.developers.contact': ['developers.contact'],
  'platform.developer-roles.read': ['developer-roles.one'],
  'platform.developer-roles.edit': verbs('developer-roles', 'choices', 'add', 'edit', 'remove', 'held', 'assign'),
  'platform.workbench.use': verbs('workbench', 'choices', 'sample', 'check'),
  'platform.alerts.handle': verbs('alerts', 'read', 'read-all', 'handle'),
  'platform.operators.edit': [...verbs('operators', 'invite', 'edit', 'disable', 'enable', 'choices'), 'grants.ask'], 'platform.operators.contact': ['operators.contact'],
  'platform.operators.unlock': ['operators.unlock'], 'platform.operators.sessions': ['operators.end-sessions'], 'platform.operators.reset': ['operators.reset'],
  'platform.operator-roles.read': ['roles.one', 'permissions'], 'platform.operator-roles.edit': verbs('roles', 'add', 'edit', 'delete'), 'platform.operator-roles.grant': ['grants.decide'],
  'platform.operator-keys.report': ['keys.report-lost'], 'platform.operator-keys.decide': ['keys.decide'],
  'platform.audit.verify': ['audit.verify'], 'platform.audit.read': ['audit.file'],
};

export const listsOf: Readonly<Record<string, readonly string[]>> = {
  'service-desk.pay-orders.read': ['pay-orders', 'pay-order', 'order-refunds', 'order-callbacks', 'callbacks'],
  'service-desk.refund-orders.read': ['refund-orders', 'refund-order', 'refund-callbacks', 'refund-reviews'],
  'service-desk.repeat-orders.read': ['repeat-orders', 'repeat-order', 'repeat-notes'], 'service-desk.abnormal-orders.read': ['abnormal-orders', 'abnormal-order', 'abnormal-notes'],
  'service-desk.issues.read': ['issues', 'issue', 'order-issues', 'refund-issues'], 'service-desk.text-messages.read': ['text-messages', 'inbound-texts'], 'service-desk.personal-bill-pushes.read': ['personal-bill-pushes'],
  'finance.reconciliation.read': ['reconcile-days', 'reconcile-day-details', 'reconcile-merchant-days', 'reconcile-log', 'differences', 'difference-notes', 'leg-checks', 'leg-gaps', 'leg-gap-notes'],
  'finance.settlement.read': ['settlements', 'settlement-details', 'unsettled-trades', 'unsettled-trade', 'payee-settlements', 'payee-settlement-details'],
  'nontax.regions.read': ['nontax-regions'], 'nontax.notices.read': ['notice-trades', 'notice-trade', 'notice-log', 'notice-settlements', 'notice-settlement'], 'nontax.abnormal-notices.read': ['abnormal-notices'],
  'nontax.e-bills.read': ['e-bills', 'e-bill'], 'share.log.read': ['share-log'],
  'config.channel-merchants.read': ['channel-merchants'], 'config.channels.read': ['channels'], 'config.payees.read': ['payees', 'payee'], 'config.payee-channels.read': ['payee-channels', 'payee-channel', 'payee-accounts'], 'config.institutions.read': ['institutions'],
  'platform.developers.read': ['developers'], 'platform.developer-roles.read': ['developer-roles'], 'platform.regions.read': ['regions', 'region'], 'platform.industries.read': ['industries', 'industry'],
  'platform.menus.read': ['menus'], 'platform.alerts.read': ['alerts'], 'platform.logs.read': ['platform-logs'],
  'platform.operators.read': ['operators'], 'platform.operator-roles.read': ['operator-roles'], 'platform.grants.read': ['grant-requests'], 'platform.operator-keys.read': ['operator-keys'], 'platform.audit.read': ['audit-logs'],
};

/** Rights of the three officers, which no role holds (RBAC-02); every other one the account of the demo has, which has all that a role may hold. */
export const officersOf: Readonly<Record<string, readonly string[]>> = {
  'platform.operators.read': ['sysadmin', 'secadmin'], 'platform.grants.read': ['sysadmin', 'secadmin'], 'platform.operators.edit': ['sysadmin'], 'platform.operators.contact': ['sysadmin'],
  'platform.operators.unlock': ['secadmin'], 'platform.operators.sessions': ['secadmin'], 'platform.operators.reset': ['secadmin'],
  'platform.operator-roles.read': ['secadmin'], 'platform.operator-roles.edit': ['secadmin'], 'platform.operator-roles.grant': ['secadmin'],
  'platform.operator-keys.read': ['sysadmin', 'secadmin'], 'platform.operator-keys.report': ['sysadmin'], 'platform.operator-keys.decide': ['secadmin'],
  'platform.audit.read': ['auditor'], 'platform.audit.verify': ['auditor'],
};

/** Which right a thing needs, by its name. */
export const byName = (table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> => new Map(Object.entries(table).flatMap(([right, names]) => names.map((name) => [name, right] as const)));
export const holdersOf = (right: string): readonly string[] => officersOf[right] ?? ['demo'];
/** Whatever a role may hold. */
export const businessRights: readonly string[] = [...new Set([...Object.keys(callsOf), ...Object.keys(listsOf)])].filter((right) => officersOf[right] === undefined).sort();
