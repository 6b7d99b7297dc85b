// The signs of a vote: a shape first, a colour second.
#pragma once

#include "scene.h"
#include "shapes.h"

namespace council {

constexpr Ink ink_of(Vote vote) {
  return vote == Vote::in_favour ? Ink::in_favour : vote == Vote::against ? Ink::against : Ink::abstaining;
}

/// In favour a filled disc with a tick; against a filled square with a cross; abstaining a ring with a bar; not
/// participating a dotted ring.
void draw_mark(Picture& picture, Point centre, float radius, Vote vote, float scale = 1);

/// The cross of a vote against, within its square or its cell; arms reach `arm` from the centre along both axes.
void draw_cross(Picture& picture, Point centre, float arm, float width);

/// The radius of a member's outermost ring: a permanent member wears a second one.
constexpr float ring_of(const Member& member, float radius) { return member.permanent ? radius + 5 : radius; }

/// Around a member whose vote alone decides.
void draw_halo(Picture& picture, const Scene& scene, int seat, Point centre, float radius);

/// A member's vote with its rings, and a lock where it has one. Its name is the composition's matter.
void draw_seat(Picture& picture, const Scene& scene, int seat, Point centre, float radius);

}  // namespace council
