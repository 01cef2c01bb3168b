package orrery.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tests that may run beside any other: they open no window, neither change nor depend on what tests share (system
 * properties, standard streams, the locale, and the names, constants and leap seconds that a text kernel replaces for
 * the whole program), and measure nothing of the process. They are those that take long because they examine files or
 * wait for processes of their own; on two cores they take the time that window tests spend waiting.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
public @interface Concurrent {}
