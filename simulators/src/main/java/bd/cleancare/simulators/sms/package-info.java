/** SSL Wireless, BulkSMSBD and Alpha SMS behind one address; what any of them accepts lands in one inbox. */
package bd.cleancare.simulators.sms;
