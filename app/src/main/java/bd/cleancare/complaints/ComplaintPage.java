package bd.cleancare.complaints;

import java.util.List;

/**
 * One page of a list.
 *
 * @param countIsEstimate whether there are more than {@code count}: a search is counted to ten thousand and no further
 */
public record ComplaintPage(long count, boolean countIsEstimate, List<Complaint> complaints) {
}
