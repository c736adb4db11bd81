import { ContainerModule } from 'inversify';
import { wantsEBill } from '../../application/e-bills/work-e-bill.js';
import { FollowOrder, type Follower } from '../../application/follow-up/follow-order.js';
import { ShowTimeline } from '../../application/timeline/show-timeline.js';
import { hasPersonalBill } from '../../domain/personal-bills/personal-bill.js';
import { textFollower } from './text-messages.js';
import { tokens as t } from '../tokens.js';

/** What follows from a paid, closed or refunded order, in the order in which the jobs are made. */
export const followUp = new ContainerModule(({ bind }) => {
  bind(t.showTimeline).toResolvedValue((unitOfWork, clock) => new ShowTimeline(unitOfWork, clock), [t.unitOfWork, t.clock]);
  bind(t.followOrder).toResolvedValue((unitOfWork, directory, clock, textLine, sharing) => {
    const followers: readonly Follower[] = [
      // A notice may be there from the order's start; whether one is, its job sees.
      { topic: 'work-notice', follows: ({ nontaxInfo }) => nontaxInfo !== undefined },
      { topic: 'work-e-bill', follows: wantsEBill }, { topic: 'push-personal-bill', follows: hasPersonalBill }, textFollower(textLine),
      { topic: 'share-order', follows: ({ state }) => sharing.on !== undefined && state === 'paid' },
    ];
    return new FollowOrder(unitOfWork, directory, clock, followers);
  }, [t.unitOfWork, t.directory, t.clock, t.textLine, t.sharing]);
});
