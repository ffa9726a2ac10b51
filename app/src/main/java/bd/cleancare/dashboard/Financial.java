package bd.cleancare.dashboard;

import bd.cleancare.shared.Taka;

/**
 * The city's income as its ledger has it.
 *
 * @param total earned less given back, ever
 * @param pending on its way and not decided yet
 * @param month earned less given back since midnight of the first in Dhaka
 */
public record Financial(Taka total, Taka pending, Taka month) {
}
