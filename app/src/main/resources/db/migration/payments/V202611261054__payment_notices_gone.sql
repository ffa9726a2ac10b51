-- Which events payers were told of is kept by notifications, under the event's id.
DROP TABLE payment_notices;
