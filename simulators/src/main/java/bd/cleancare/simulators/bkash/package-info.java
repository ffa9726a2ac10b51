/** bKash: tokenized checkout, refunds v1 and v2, and the older checkout that works with bKash's script. */
package bd.cleancare.simulators.bkash;
