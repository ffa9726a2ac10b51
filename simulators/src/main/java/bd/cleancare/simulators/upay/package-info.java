/** Upay's merchant API 4.1: JSON in an envelope, money that moves on the payer's page, refunds in bulk without an id. */
package bd.cleancare.simulators.upay;
