package bd.cleancare.platform.jobs;

import org.springframework.context.SmartLifecycle;

/** A part of the application that works by itself in a loop, from the start of the application to its end. */
public abstract class Worker implements SmartLifecycle {

    protected abstract WorkLoop loop();

    @Override
    public void start() {
        loop().start();
    }

    @Override
    public void stop() {
        loop().stop();
    }

    @Override
    public boolean isRunning() {
        return loop().isRunning();
    }
}
