package bd.cleancare.dashboard;

import bd.cleancare.complaints.ComplaintStatus;
import java.math.BigDecimal;
import java.util.List;

/**
 * The figures of the contract.
 *
 * @param citizenSatisfaction the mean of all stars, with two decimals; null while there are none
 * @param avgServiceTimeHours from filing to resolution, of what is resolved now; null while nothing is
 * @param wardPerformance the ten wards with the most complaints
 */
public record Kpi(ComplaintStats complaintStats, UserStats userStats, BigDecimal citizenSatisfaction, BigDecimal avgServiceTimeHours,
        List<WardPerformance> wardPerformance) {

    public record ComplaintStats(long total, List<StatusCount> byStatus) {
    }

    public record StatusCount(ComplaintStatus status, long count) {
    }

    /** {@code totalUsers} are citizens, as the guide counts them; {@code verifiedUsers} are accounts of any role. */
    public record UserStats(long totalUsers, long totalAdmins, long totalSuperAdmins, long verifiedUsers) {
    }

    public record WardPerformance(String wardNumber, long totalComplaints, long resolvedComplaints) {
    }
}
