/** The payer's side of every gateway: the page with wallet, OTP and PIN, and the way back to the merchant. */
package bd.cleancare.simulators.payer;
