package com.dainostore.tenancy.review;

import java.time.Instant;

/**
 * The newest entry about something.
 *
 * @param by what colleagues call who did it; {@code DainoStore} where it was nobody of the store
 */
public record LastChange(String by, Instant at) {}
