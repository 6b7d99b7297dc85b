// Runs in a lesson's head, before anything is seen: with scripts one step is in sight at a time, and nothing before the
// step that the address asks for; a part that was prepared for a wall has its colours from the start.
{
  const { classList } = document.documentElement;
  classList.add('stepping');
  classList.toggle('bound', /[#?&](s|v|step|from)=/.test(location.search + location.hash));
  classList.toggle('projector', /[?&]contrast=high\b/.test(location.search));
}
