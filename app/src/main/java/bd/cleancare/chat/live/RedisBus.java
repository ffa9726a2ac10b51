package bd.cleancare.chat.live;

import bd.cleancare.shared.Ids;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Redis or Valkey pub/sub on one channel. A node believes in the connection only while it hears itself: a Redis that hangs looks like one
 * that has nothing to say. Nothing waits for Redis, and nothing is kept for it.
 */
final class RedisBus implements Bus, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RedisBus.class);
    private static final String CHANNEL = "clean-care:chat";
    private static final String BEAT = "beat";
    private static final String LOOK = "look";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final long BEAT_MS = 500;
    private static final long SILENCE_NS = TimeUnit.MILLISECONDS.toNanos(1800);
    private static final int MOST_UNDER_WAY = 10_000;

    private final String node = Ids.next().toString();
    private final ClientResources resources = DefaultClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build();
    private final RedisClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("chat-redis").factory());
    private volatile Consumer<News> listener = _ -> {
    };
    private volatile StatefulRedisConnection<String, String> out;
    private volatile StatefulRedisPubSubConnection<String, String> in;
    private volatile long heardAt = System.nanoTime() - SILENCE_NS;
    private final AtomicBoolean lost = new AtomicBoolean();
    /** Something of ours did not get out: once it can, the others are told to look for it. */
    private final AtomicBoolean untold = new AtomicBoolean();
    private boolean believed = true;

    RedisBus(String url) {
        RedisURI address = RedisURI.create(url);
        address.setTimeout(CONNECT);
        client = RedisClient.create(resources, address);
        client.setOptions(ClientOptions.builder().autoReconnect(true).disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_UNDER_WAY).socketOptions(SocketOptions.builder().connectTimeout(CONNECT).keepAlive(true).build()).build());
        client.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                lost.set(true);
                untold.set(true);
            }
        });
        clock.scheduleWithFixedDelay(this::beat, 0, BEAT_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void listen(Consumer<News> heard) {
        listener = heard;
    }

    /** Connects where there is no connection yet; a lost one comes back by itself. */
    private void beat() {
        try {
            if (in == null) {
                connect();
            }
            send(node + " " + BEAT);
            if (connected() && untold.compareAndSet(true, false)) {
                send(node + " " + LOOK);
            }
        } catch (RedisException e) {
            log.debug("Redis is away: {}", e.toString());
        }
        if (connected() != believed) {
            believed = !believed;
            log.warn(believed ? "Redis carries the chat between nodes" : "Redis is away: nodes look into the database for each other's messages");
        }
    }

    private void connect() {
        if (out == null) {
            out = client.connect();
        }
        StatefulRedisPubSubConnection<String, String> subscription = client.connectPubSub();
        subscription.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String message) {
                received(message);
            }
        });
        try {
            subscription.sync().subscribe(CHANNEL);
            in = subscription;
        } finally {
            if (in == null) {
                subscription.closeAsync();
            }
        }
    }

    /** The first line is {@code node room sequence butNot}, the rest the frame; or {@code node beat} or {@code node look}. */
    @Override
    public void publish(News news) {
        try {
            send(node + " " + news.room() + " " + news.sequence() + " " + (news.butNot() == null ? "-" : news.butNot()) + "\n" + news.frame());
        } catch (RedisException _) {
            untold.set(true);
        }
    }

    private void send(String message) {
        StatefulRedisConnection<String, String> connection = out;
        if (connection == null) {
            untold.set(true);
            return;
        }
        connection.async().publish(CHANNEL, message).whenComplete((_, failure) -> {
            if (failure != null) {
                untold.set(true);
            }
        });
    }

    private void received(String message) {
        int line = message.indexOf('\n');
        String[] head = (line < 0 ? message : message.substring(0, line)).split(" ");
        if (head[0].equals(node)) {
            heardAt = System.nanoTime();
        } else if (head.length == 2 && head[1].equals(LOOK)) {
            lost.set(true);
        } else if (head.length == 4 && line > 0) {
            var news = new News(UUID.fromString(head[1]), Long.parseLong(head[2]), head[3].equals("-") ? null : UUID.fromString(head[3]), message.substring(line + 1));
            // Passing it on may ask the database, which must not hold up what comes after.
            Thread.startVirtualThread(() -> listener.accept(news));
        }
    }

    @Override
    public boolean connected() {
        return in != null && in.isOpen() && System.nanoTime() - heardAt < SILENCE_NS;
    }

    @Override
    public boolean lost() {
        return lost.getAndSet(false);
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
        client.shutdown(Duration.ZERO, CONNECT);
        resources.shutdown(0, CONNECT.toSeconds(), TimeUnit.SECONDS);
    }
}
