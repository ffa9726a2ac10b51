package bd.cleancare.benchmarks;

import java.time.Duration;

/**
 * Payments against gateways that answer in 300 ms, and what a gateway that stalls for 30 s does to everybody else. The simulators run in
 * this process, so that what they cost is not the application's.
 */
final class PaymentsBenchmark {

    private static final int ANSWER_MILLIS = 300;
    private static final int STALL_MILLIS = 30_000;
    private static final int PAYERS_OF_THE_STALLED = 100;
    private static final String CITIZEN = "+8801911111111";
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    /** Long enough for those who were refused to come back twice. */
    private static final Duration STALL_MEASURED = Duration.ofSeconds(22);
    private static final Duration UNTIL_THEY_HANG = Duration.ofSeconds(3);

    private final Options options;
    private final Report report;

    private PaymentsBenchmark(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    /** Four payers for each connection asked for: payers mostly wait. */
    static void run(Options options, Report report) throws Exception {
        var benchmark = new PaymentsBenchmark(options, report);
        try (var gateways = new GatewaysUnderLoad(); var stage = new Stage("payments")) {
            stage.startApplication(gateways.settings());
            var api = new Api(stage.port());
            String citizen = api.register(CITIZEN);
            benchmark.throughput(stage, citizen, gateways);
            benchmark.stall(stage, citizen, api.fileComplaint(citizen), gateways);
        }
    }

    private void throughput(Stage stage, String citizen, GatewaysUnderLoad gateways) throws Exception {
        int payers = options.connections() * 4;
        gateways.allAnswerIn(ANSWER_MILLIS);
        try (var warm = new Payers(stage.port(), citizen, gateways)) {
            warm.pay(payers, WARM_UP);
        }
        report.row("| payments through four gateways that answer in 300 ms | payers at once | started/s | completed/s | start p50 / p99 ms | back to paid p50 / p99 ms | not completed |");
        report.row("|---|---:|---:|---:|---:|---:|---:|");
        try (var people = new Payers(stage.port(), citizen, gateways)) {
            people.pay(payers, options.seconds().multipliedBy(2));
            report.row("| 25 %% each | %d | %.1f | %.1f | %.0f / %.0f | %.0f / %.0f | %d |".formatted(payers, people.starts().perSecond(), people.returns().perSecond(),
                    people.starts().millis(0.5), people.starts().millis(0.99), people.returns().millis(0.5), people.returns().millis(0.99),
                    people.starts().errors() + people.returns().errors()));
        }
        for (String method : gateways.methods()) {
            gateways.heal(method);
        }
    }

    private void stall(Stage stage, String citizen, String complaint, GatewaysUnderLoad gateways) throws Exception {
        byte[] request = Requests.get("/api/complaints/" + complaint + "/", citizen);
        stage.warmUp(Scenario.repeating("read one complaint", request, 200, "read-one.sql"), options);
        Latencies before = rest(stage, request);
        Latencies during;
        try (var people = new Payers(stage.port(), citizen, gateways)) {
            gateways.stall("bkash", STALL_MILLIS);
            Runnable end = people.hang(PAYERS_OF_THE_STALLED, "bkash");
            Thread.sleep(UNTIL_THEY_HANG);
            during = rest(stage, request);
            end.run();
        }
        gateways.heal("bkash");
        Latencies after = rest(stage, request);
        double normal = (before.perSecond() + after.perSecond()) / 2;
        report.row("");
        report.row("| reading a complaint, 32 at once | requests/s | p50 ms | p99 ms | errors |".replace("32", Integer.toString(options.connections())));
        report.row("|---|---:|---:|---:|---:|");
        report.row(line("before", before));
        report.row(line("with " + PAYERS_OF_THE_STALLED + " payers at a gateway stalled for 30 s", during));
        report.row(line("after", after));
        report.say("A gateway stalled for 30 s leaves the rest at **%.2f** of its speed.".formatted(during.perSecond() / normal));
    }

    private Latencies rest(Stage stage, byte[] request) {
        return new Load(stage.port(), options.connections()).run(_ -> () -> request, 200, STALL_MEASURED);
    }

    private static String line(String when, Latencies rest) {
        return "| %s | %,.0f | %.2f | %.2f | %d |".formatted(when, rest.perSecond(), rest.millis(0.5), rest.millis(0.99), rest.errors());
    }
}
