// A template's text goes into the comment without leaving the page, behind what is written there already.
export default function answers(form) {
  form.addEventListener('click', event => {
    const link = event.target.closest('[data-answer]');
    if (!link) return;
    event.preventDefault();
    const comment = form.elements.comment;
    comment.value = [comment.value.trim(), link.dataset.answer].filter(Boolean).join('\n');
    comment.focus();
  });
}
