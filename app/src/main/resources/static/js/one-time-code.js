// The code goes from the SMS into its field: iOS does it by the field's autocomplete, Android by this, after asking. A form of nothing else goes out with it.
export default function oneTimeCode(part) {
  if (!('OTPCredential' in window)) return;
  const input = part.querySelector('[autocomplete=one-time-code]');
  const typed = new AbortController();
  input.form.addEventListener('submit', () => typed.abort());
  navigator.credentials.get({ otp: { transport: ['sms'] }, signal: typed.signal }).then(({ code }) => {
    input.value = code;
    if (part === input.form) part.requestSubmit();
  }).catch(() => { /* by hand then */ });
}
