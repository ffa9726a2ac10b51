package bd.cleancare.simulators.payer;

import java.util.Optional;

/** What a gateway does with the payer's decision. */
public interface PayerDesk {

    /** Empty when there is no such payment. */
    Optional<Bill> bill(String paymentId);

    /** The first decision about a payment counts; every later one is answered like the first and moves no money. */
    Return settle(String paymentId, Verdict verdict, String wallet);
}
