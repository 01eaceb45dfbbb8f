// Decides how Habeas says no: a closed list, so that every page can explain each of them in one sentence.

export const refusals = {
  not_found: "We could not find that.",
  not_open_in_this_state: "This step is not open while the request is as it is now.",
  not_your_role: "Your role does not include this step.",
  changed_meanwhile: "Somebody else changed this request while you were looking at it. Nothing was saved; look again.",
  reason_missing: "Give the reason. The person or the record needs it.",
  no_extension_in_law: "No law that applies to this request allows an extension.",
  already_extended: "The deadline was extended once. The law allows no second extension.",
  extension_moves_nothing:
    "An extension would change nothing: another law allows none, and the answer stays due on the same day.",
  clock_stopped: "The clock stands still and gives no date to extend. Extend once the person has answered.",
  date_missing: "This law leaves the new date to you. Give it.",
  not_late: "The answer is not late, so there is no delay to tell.",
  delay_date_missing: "Give the day by which the person has their answer.",
  delay_date_unreal: "Give a day after today and within six months: one that can be kept.",
  extension_too_late: "The last day to tell the person about an extension has passed.",
  proof_missing: "This request does not yet hold the proof that these rights need.",
  files_need_proof:
    "Files need proof: they go out only once the request holds the proof that each of its rights needs. Leave the files away and say it in words, or wait for the proof.",
  proof_forbidden:
    "The law forbids asking for proof of identity for these rights. Ask the person only for what you need to carry them out.",
  proof_not_needed:
    "These rights need no proof: nothing is handed out. Ask the person only for what you need to carry them out.",
  proof_never_asked:
    "Nobody is asked for this: an address on file is for you to look up, and a power of attorney may only be offered.",
  proof_more_than_needed:
    "The request already holds all the proof it needs. If you need more all the same, write down why: the person reads it.",
  proof_beyond_policy:
    "The policy does not ask for this proof here. If you need it all the same, write down why: the person reads it.",
  fresh_proof_missing: "Show once more that it is you. The answer opens only after that.",
  person_denied: "The person told us that they did not ask anybody to act for them. No paper of the agent counts.",
  person_silent: "The person has not confirmed it yet. Only their own answer can be recorded as that.",
  own_address: "That is your own address. Give the one of the person you ask for.",
  person_asked_enough: "We wrote to the person as often as we do for one request. Use another way, or write to us.",
  paper_not_yours: "Only the handler on the request opens identity papers. Take the request over first.",
  too_many_views: "There are as many saved views as there is room for. Remove one first.",
  no_such_request: "No request here has that reference. Check it, or look for the request in the queue.",
  same_request: "That is the reference of this request itself. Give the one of the other request.",
  noted_already: "It is noted as a duplicate of that one already.",
  linked_already: "It is linked to that one already.",
  not_linked: "It is not linked to that one from here. Take the link away where it was made.",
  template_there_already: "There is a template of that name for this and in this language already. Change that one.",
  snooze_not_ahead: "Choose a day after today.",
  snooze_late: "The answer is due before that day, or on it. Choose an earlier day, or tick that you mean it.",
  sleeps_already: "It is snoozed already. What somebody chose for it stays.",
  template_not_in_language:
    "The template is not there in this person's language. Write it there first, or write to them by themselves.",
  template_has_blank:
    "The clock stands still, so the template's day cannot be filled. Write to this person by themselves.",
  bulk_words_gone: "What was written for these requests is held no more. Choose them anew.",
  not_snoozed: "It is not snoozed.",
  internal_date_over: "That day is over. Choose today or a later day.",
  internal_date_late: "The law wants the answer by then already. Choose an earlier day.",
  internal_date_open:
    "The clock stands still and gives no date to be earlier than. Set your own date once it runs again.",
  assignee_unfit: "They cannot take it: their account is closed, or they may only look.",
  absence_backwards: "The last day lies before the first one.",
  absence_over: "Those days are over. Give a last day that is not.",
  absence_long: "That is more than a year. Give the requests to somebody else instead.",
  cover_unfit: "They cannot cover: their account is closed, they left, or they share no role with whoever is away.",
  cover_circle:
    "That would go round in a circle: on some of these days they are away themselves, and it comes back to whoever is away. Choose somebody else.",
  not_on_list: "That is not on this right's list.",
  no_task_chosen: "Choose at least one system to ask.",
  task_there_already: "That system has been asked this already, and its answer is still to come.",
  task_needs_proof:
    "This request does not yet hold the proof that is needed. Until it does, no system is told whom it is about.",
  task_over: "This was answered already, or taken back. There is nothing left to do.",
  no_agent: "Nobody asks for another person in this request.",
  tries_over: "That was tried too often. Use another way, or write to us.",
  match_failed: "That does not fit. Check every line and try again, or use another way.",
  match_paused: "That was tried several times. Try again in a few hours, use another way, or write to us.",
  match_away: "We cannot check this just now. Try again later, use another way, or write to us.",
  name_differs: "Type the name exactly as it stands in the request.",
  date_stays: "The newer settings leave the date of this request as it is.",
  date_over: "Under the newer settings the day is over already. The request keeps the date it was promised.",
  date_promised:
    "Only a holiday moves a date back, never a longer promise. The request keeps the date it was promised.",
  erasure_not_asked: "Nobody asked for an erasure in this request.",
  erase_needs_plan: "A system erases only by a plan that was released and has begun. Plan the erasure first.",
  erasure_begun: "The erasure has begun. What was planned is carried out.",
  no_plan_waits: "No plan of an erasure waits for release.",
  four_eyes_plan: "Whoever made the plan cannot release it.",
  plan_has_holes:
    "The plan has a hole: a category that lies nowhere, or one without a rule. Mend the register or the schedule, and plan anew.",
  erasure_owed:
    "The erasure is not done yet: it waits for release, for its day, or for a system. The answer tells what became of each line, so it waits too.",
  outcome_missing: "Every right needs an outcome.",
  ground_missing: "A refusal, in whole or in part, needs its ground and an explanation.",
  four_eyes_proof: "You prepared the answer that is out. A colleague has to look at the proof and accept it.",
  four_eyes: "Whoever prepared the answer cannot release it.",
  too_early: "It is too early for this.",
  already_done: "This was done already.",
  wrong_code: "That code does not fit. Check the newest e-mail from us, or ask for a fresh one.",
  code_wanted: "Type the code from our letter: it stands there beside the link.",
  code_dead: "That code can no longer be used. Ask for a fresh one.",
  link_dead: "That link can no longer be used. Ask for a fresh one.",
  same_key_other_body: "This form was already sent with other answers. Start a new request to ask for something else.",
  account_other_address:
    "That account has another e-mail address than this request. Sign in with the account that has it, or show it another way.",
  account_other_person:
    "You are signed in, and that account is not known in the name of this request. Signing in shows who you are only for your own data. Sign in with your own account, or show it another way.",
  account_unverified:
    "Your account does not yet have a confirmed e-mail address. Confirm it there first, or go on without the account.",
  account_not_shown:
    "The sign-in did not come through, and nothing has changed. Try again, or go on without the account.",
  account_away: "We cannot reach the sign-in right now. Try again in a few minutes, or go on without the account.",
  hand_over_dead: "The way from your account was used before, or it is too old. Open it from your account again.",
  address_unclear: "That is not one plain e-mail address. Write it like name@example.com.",
  same_address: "Our letters go to this address already.",
  old_address_first: "We tell the address of before first. Wait a minute, and press the button again.",
  address_not_on_file:
    "The person named another address as the one we know, so the confirmed one is not on file. Use another proof.",
  no_contest_in_law: "No law that applies to this request knows this.",
  contest_open: "This was asked already, and we are looking at it.",
  nothing_to_contest:
    "There is nothing yet that we could look at again. It opens when we refuse something or answer late.",
  channel_missing: "Say how it reached us.",
  arrival_day_unreal: "Give the day on which it reached us: today or earlier, and not before the request itself.",
  no_proven_address:
    "No address of this person is proven, so no letter can confirm it. Tell them by telephone, by post or in person, and say which.",
  no_open_contest: "No appeal or complaint is open.",
  contest_other_eyes: "You prepared or released the answer. A colleague who did neither decides.",
  reverse_instead: "Whoever is right about a refusal gets a new answer. Reverse the answer instead.",
  record_broken:
    "The record of this request does not hold together. Nothing of it is destroyed before that is looked into.",
  too_many: "There were too many tries. Wait a little and try again.",
} as const satisfies Record<string, string>;

export type Refusal = keyof typeof refusals;
export type Refused = { ok: false; refusal: Refusal };

export function refuse(refusal: Refusal): Refused {
  return { ok: false, refusal };
}
