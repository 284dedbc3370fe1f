/**
 * Measures what the platform costs: {@code ./mvnw -Pbench verify} runs the {@code *Bench} classes, prints a table for
 * each and saves it in {@code ear/target/bench}. Every figure stands beside the floor measured in the same run.
 *
 * <p>May use: server, testing.
 */
@NullMarked
package com.dainostore.bench;

import org.jspecify.annotations.NullMarked;
