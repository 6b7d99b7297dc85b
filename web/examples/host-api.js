// What an article can do with the element: set votes and be told what follows. Without the element, by messages to the
// frame, see the second half; both are in README.
const explainer = document.querySelector('veto-explainer');
const said = document.querySelector('[role=status]');

for (const button of document.querySelectorAll('button')) {
  button.addEventListener('click', () => (button.value === 'reset' ? explainer.reset() : explainer.setVote(button.value, 'abstaining')));
}
for (const type of ['veto-ready', 'veto-change']) {
  document.addEventListener(type, ({ detail }) => { said.textContent = `${detail.status} ${detail.tally.in_favour} in favour.`; });
}
document.addEventListener('veto-error', ({ detail }) => { said.textContent = detail.message; });
