/// What people and programs may do with meetings and courses.
#pragma once

#include <vector>

#include "app/action.hpp"
#include "modules/coordination/training/gathering_store.hpp"
#include "ui/menu.hpp"
#include "ui/screen.hpp"

namespace metodica::coordination {

/// Who sees meetings and courses, and who arranges them. Guests' names are for these only.
inline constexpr Roles gathering_readers = {Role::methodologist, Role::manager};
inline constexpr Roles arrangers = {Role::methodologist};

/// The gathering, or METODICA_NOT_FOUND "gathering.unknown" {number}.
Result<Gathering> known_gathering(Call& call, std::int64_t number);

/// coordination.keep_gathering, gathering_state, register, withdraw, presence, presence_file,
/// attest, anonymise: writing actions. Problems: gathering.unknown, gathering.no_step {from, to},
/// gathering.closed, gathering.not_held, gathering.unknown_person, and those of the forms.
void add_gathering_actions(ActionList& actions);
/// coordination.gatherings, gathering, new_gathering: screens.
void add_gathering_screens(ActionList& actions);
/// coordination.calendar: the iCalendar feed, without a name of a person or a link.
void add_gathering_calendar(ActionList& actions);
/// coordination.person: all that is known of one person, with hours a year.
void add_person_screen(ActionList& actions);
/// coordination.presence_paper, invitation: papers.
void add_gathering_papers(ActionList& actions);
/// coordination.attestation (paper), attestation_code (data), public_key (document),
/// verify_attestation (data) and check_attestation (screen): the last two are for everybody.
void add_attestation_actions(ActionList& actions);

/// coordination.tell, tell_mail, told: who should hear of a meeting, with the words.
void add_telling_actions(ActionList& actions);
/// coordination.badges, door, arrive: presence by the code of a badge. Problems: door.not_open,
/// door.no_code {text}, door.no_seat {name}, door.no_guests.
void add_door_actions(ActionList& actions);
/// coordination.opinions, keep_opinion, opinion_paper: what guests thought, counted only.
void add_opinion_actions(ActionList& actions);
/// coordination.plan_year: the usual meetings of a year; those already there are left alone.
void add_year_plan_actions(ActionList& actions);
/// coordination.deadlines, keep_deadline.
void add_deadline_actions(ActionList& actions);

/// Ways to the messages that are due for a meeting now.
std::vector<Button> telling_buttons(Call& call, const Gathering& of);

/// The screen of one gathering, with what was typed and the problems of it.
Result<Reply> gathering_screen(Call& call, std::int64_t number, const Json& typed,
                               const std::vector<Problem>& problems);
Result<Reply> details_screen(Call& call, std::int64_t number, const Json& typed,
                             const std::vector<Problem>& problems);

/// "3/2026" as a link to the paper, or nothing for 0.
Cell attestation_cell(std::int64_t number, std::int64_t year);

std::vector<MenuEntry> gathering_menu();

}  // namespace metodica::coordination
