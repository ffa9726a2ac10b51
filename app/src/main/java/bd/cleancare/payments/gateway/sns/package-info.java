/** bKash's notices, which come through Amazon's notification service: taken only when Amazon has signed them, and then only as a hint. */
package bd.cleancare.payments.gateway.sns;
