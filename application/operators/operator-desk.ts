import type { CheckAuditTrail } from './check-audit-trail.js';
import { ActivateOperator } from './activate-operator.js';
import { AskChallenge } from './ask-challenge.js';
import { AskKeyQuestion } from './ask-key-question.js';
import { ChangePassword } from './change-password.js';
import { CheckSession } from './check-session.js';
import { EnrolFactor } from './enrol-factor.js';
import { FactorCheck } from './factor-check.js';
import { ForgetChallenges } from './forget-challenges.js';
import { ForgetSignIns } from './forget-sign-ins.js';
import { FirstOfficers } from './first-officers.js';
import { InstitutionAdministrators } from './institution-administrators.js';
import { ManageGrants } from './manage-grants.js';
import { ManageKeys } from './manage-keys.js';
import { ManageOperators } from './manage-operators.js';
import { ManageRoles } from './manage-roles.js';
import { NoteDenied } from './note-denied.js';
import type { OperatorParts } from './operator-parts.js';
import { ProveFactor } from './prove-factor.js';
import { ReadRoles } from './read-roles.js';
import { RegisterKey } from './register-key.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignInGate } from './sign-in-gate.js';
import { SignOut } from './sign-out.js';
import { StepUp } from './step-up.js';
import { VerifyAudit } from './verify-audit.js';

export type OperatorDesk = ReturnType<typeof operatorDesk>;

/** Signing in, and everything about accounts, put together. `permissions`: all that a role may hold. */
export function operatorDesk(parts: OperatorParts & { readonly permissions: ReadonlySet<string>; readonly checkAudit: Pick<CheckAuditTrail, 'run'> }) {
  const [sessions, gate, check] = [new Sessions(parts), new SignInGate(parts), new FactorCheck(parts)];
  const challenges = new AskChallenge(parts, gate, sessions);
  const keyQuestions = new AskKeyQuestion(parts, challenges, sessions);
  return {
    challenges, signIn: new SignIn(parts, gate, sessions), activate: new ActivateOperator(parts, gate, sessions), enrol: new EnrolFactor(parts, sessions), prove: new ProveFactor(parts, gate, sessions, check),
    keyQuestions, registerKey: new RegisterKey(parts, sessions), keys: new ManageKeys(parts, sessions), checkSession: new CheckSession(parts, sessions), stepUp: new StepUp(parts, gate, sessions, check), signOut: new SignOut(parts, sessions),
    changePassword: new ChangePassword(parts, gate, sessions), firstOfficers: new FirstOfficers(parts), operators: new ManageOperators(parts, sessions), grants: new ManageGrants(parts, sessions),
    roles: new ManageRoles(parts, parts.permissions), readRoles: new ReadRoles(parts), permissions: parts.permissions, noteDenied: new NoteDenied(parts), verifyAudit: new VerifyAudit(parts.checkAudit, parts),
    forgetChallenges: new ForgetChallenges(parts), forgetSignIns: new ForgetSignIns(parts), institutionAccounts: new InstitutionAdministrators(parts, sessions),
    rules: { passwordRules: parts.passwordRules, sessionRules: parts.sessionRules, now: () => parts.clock.now() },
  };
}
