// <veto-explainer>, as README describes it.

/** How a member votes. */
export type Vote = 'in_favour' | 'against' | 'abstaining' | 'not_participating';

/** What the rule makes of the votes. Members are named by their three-letter codes. */
export interface Outcome {
  outcome: 'adopted' | 'not_adopted';
  /** By which part of the rule, such as `veto` or `insufficient_votes`. */
  reason: string;
  /** How many voted in each way. */
  tally: Record<Vote, number>;
  vetoedBy: string[];
  /** Whoever could have changed the outcome alone. */
  decisive: string[];
  /** The outcome in a sentence, in the frame's language. */
  status: string;
}

/** Votes by the members' three-letter codes. */
export type Votes = Record<string, Vote>;

export interface VetoExplainerElement extends HTMLElement {
  /** Null before the frame is awake, as is `outcome`. */
  readonly votes: Votes | null;
  readonly outcome: Outcome | null;
  /** Casts a member's vote, as a reader would. Wakes the frame, as do the other two. */
  setVote(code: string, vote: Vote): void;
  /** To a question, or a lesson's step, counted from 1. */
  goTo(step: number): void;
  /** Back to the recorded vote, to the votes that the attributes give, or to where a lesson's step begins. */
  reset(): void;
}

export interface VetoExplainerEvents {
  'veto-ready': CustomEvent<Outcome>;
  'veto-change': CustomEvent<Outcome & { votes: Votes }>;
  'veto-step': CustomEvent<Outcome & { step: number }>;
  'veto-error': CustomEvent<{ message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'veto-explainer': VetoExplainerElement;
  }
  interface HTMLElementEventMap extends VetoExplainerEvents {}
}
