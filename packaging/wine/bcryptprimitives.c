/* Test-only stand-in for Windows' bcryptprimitives.dll, for Wine: ProcessPrng by advapi32's RtlGenRandom. */
__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *buffer, unsigned long length);
__declspec(dllexport) int ProcessPrng(unsigned char *buffer, unsigned long long length)
{
    return SystemFunction036(buffer, (unsigned long)length);
}
